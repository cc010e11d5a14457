package org.bindery.http.internal.extension;

import java.util.Collection;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * What the service properties of a plugin's servlet say.
 *
 * @param plugin name of the plugin
 * @param patterns servlet patterns as the plugin wrote them
 * @param anonymous true if calls without a token pass
 * @param roles roles of which the caller needs one; empty for any user
 */
record EndpointProperties(String plugin, List<String> patterns, boolean anonymous, Set<String> roles) {

    private static final String ANONYMOUS = "bindery.endpoint.anonymous";
    private static final String ROLES = "bindery.endpoint.roles";
    private static final String INIT = HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX;
    private static final String PATTERN = HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;
    private static final String MULTIPART = "osgi.http.whiteboard.servlet.multipart.";
    private static final String ASYNC = HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED;

    static EndpointProperties of(String plugin, ServiceReference<?> reference) {
        return new EndpointProperties(
                plugin,
                strings(reference.getProperty(PATTERN)),
                Boolean.TRUE.equals(reference.getProperty(ANONYMOUS)),
                Set.copyOf(strings(reference.getProperty(ROLES))));
    }

    /** The properties under which the endpoint is registered below the plugin's own path. */
    Dictionary<String, Object> forWhiteboard(ServiceReference<?> reference) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (key.startsWith(INIT) || key.startsWith(MULTIPART) || key.equals(ASYNC)) {
                properties.put(key, reference.getProperty(key));
            }
        }
        properties.put(PATTERN, patterns.stream().map(this::below).toArray(String[]::new));
        properties.put(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
                "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + ExtensionContext.NAME + ")");
        properties.put("bindery.plugin", plugin);
        return FrameworkUtil.asDictionary(properties);
    }

    private String below(String pattern) {
        return "/" + plugin + (pattern.startsWith("/") ? pattern : "/" + pattern);
    }

    private static List<String> strings(Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof String[] texts) {
            return List.of(texts);
        }
        if (value instanceof Collection<?> texts) {
            return texts.stream().map(String::valueOf).toList();
        }
        return List.of();
    }
}
