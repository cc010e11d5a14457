package org.bindery.store.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with their defaults, as Declarative Services would hand them over. */
final class TestSettings {

    private TestSettings() {}

    static StoreSettings defaults() {
        return with(Map.of());
    }

    static StoreSettings with(Map<String, Object> changed) {
        return (StoreSettings) Proxy.newProxyInstance(
                StoreSettings.class.getClassLoader(),
                new Class<?>[] {StoreSettings.class},
                (proxy, method, arguments) -> changed.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
