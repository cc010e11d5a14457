package org.bindery.api.save;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link PreSaveStep}, as an annotation for Declarative Services. A step registered by hand
 * sets the properties named at each element instead.
 *
 * <p>Order of the chain: the steps of a plugin stay together. Plugins that others require come first, then those with
 * the highest {@code service.ranking} on one of their steps, then by name; within a plugin {@link #order()}, then step
 * name. The administrator's configuration beats all of this.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PreSave {

    /** Prefix of the property names: {@code bindery.step}, {@code bindery.objecttypes} and so on. */
    String PREFIX_ = "bindery.";

    /**
     * Name of the step, unique within its plugin; property {@code bindery.step} (String, required).
     *
     * @return the name
     */
    String step();

    /**
     * The objecttypes the step wants to see; property {@code bindery.objecttypes} (String or String[]). An objecttype
     * the data model lacks is not an error (fylr-spec 3.5).
     *
     * @return names of objecttypes; empty means every objecttype
     */
    String[] objecttypes() default {};

    /**
     * Position among the steps of the same plugin; property {@code bindery.order} (Integer).
     *
     * @return the position, lowest first
     */
    int order() default 0;

    /**
     * Time the step may take for one batch; property {@code bindery.budget} (Long, milliseconds).
     *
     * @return milliseconds, or 0 for the configured default (30 seconds)
     */
    long budget() default 0;
}
