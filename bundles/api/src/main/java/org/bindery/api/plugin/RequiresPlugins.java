package org.bindery.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link RequiresPlugin} annotations; written by the compiler. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface RequiresPlugins {

    /**
     * The single requirements.
     *
     * @return the annotations
     */
    RequiresPlugin[] value();
}
