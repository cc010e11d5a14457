package org.bindery.hub.internal.pipeline;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Makes configurations as Declarative Services does: named values, else the defaults. */
final class Configurations {

    private Configurations() {}

    static PipelineConfiguration of(Map<String, Object> values) {
        return (PipelineConfiguration) Proxy.newProxyInstance(
                Configurations.class.getClassLoader(),
                new Class<?>[] {PipelineConfiguration.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
