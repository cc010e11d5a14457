package org.bindery.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Says that a bundle works only with another plugin. The bundle is started once the other one is there, and its steps
 * run after the other one's.
 */
@Requirement(namespace = Plugin.NAMESPACE, filter = "(" + Plugin.NAMESPACE + "=${#value})")
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(RequiresPlugins.class)
public @interface RequiresPlugin {

    /**
     * Name of the other plugin.
     *
     * @return the name
     */
    String value();
}
