package org.bindery.hub.internal.memory;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Makes the settings of a component as Declarative Services would: the defaults of the annotation, and changes to them. */
public final class SettingsOf {

    private SettingsOf() {}

    /** Makes settings with some values changed, by name of the annotation's method. */
    public static <A extends Annotation> A type(Class<A> type, Map<String, Object> changes) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> changes.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
