package org.bindery.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Names the plugin a bundle holds, by a capability of namespace {@value #NAMESPACE} in its manifest. A bundle without it
 * is known by its symbolic name. Put it on a {@code package-info} or on any one class of the bundle.
 */
@Capability(namespace = Plugin.NAMESPACE)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Plugin {

    /** Namespace of the capability; its attribute of the same name is the plugin's name. */
    String NAMESPACE = "bindery.plugin";

    /**
     * Name of the plugin, {@code [a-z][a-z0-9-_]*[a-z0-9]} (fylr-spec 2); part of its URLs and configuration paths.
     *
     * @return the name
     */
    @Attribute(NAMESPACE)
    String value();
}
