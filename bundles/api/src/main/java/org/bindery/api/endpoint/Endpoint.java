package org.bindery.api.endpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Who may call a servlet of a plugin.
 *
 * <p>Every whiteboard servlet of a plugin bundle appears below {@code /api/v1/plugin/extension/<plugin>/} (fylr-spec 8).
 * Without this annotation any logged-in user may call it. The caller is the request's user principal, and
 * {@code isUserInRole} answers for roles.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Endpoint {

    /** Prefix of the property names: {@code bindery.endpoint.anonymous} and so on. */
    String PREFIX_ = "bindery.endpoint.";

    /**
     * Lets calls without a token through; property {@code bindery.endpoint.anonymous} (Boolean).
     *
     * @return true if anybody may call
     */
    boolean anonymous() default false;

    /**
     * Roles of which the caller needs one; property {@code bindery.endpoint.roles} (String or String[]).
     *
     * @return names of roles; empty means any logged-in user
     */
    String[] roles() default {};
}
