package org.bindery.http.internal.extension;

import java.util.Collection;
import java.util.Map;
import org.bindery.hub.plugin.PluginBundles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/**
 * Hides the services of plugins from the HTTP whiteboard, so that no plugin can register itself at a path of its own
 * choice or without the access check. {@link PluginEndpoints} offers the servlets in their place.
 */
@Component(service = {FindHook.class, EventListenerHook.class})
public final class WhiteboardHiding implements FindHook, EventListenerHook {

    private static final String WHITEBOARD = "org.apache.felix.http.";

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (isWhiteboard(context)) {
            references.removeIf(reference -> PluginBundles.isPlugin(reference.getBundle()));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (PluginBundles.isPlugin(event.getServiceReference().getBundle())) {
            listeners.keySet().removeIf(WhiteboardHiding::isWhiteboard);
        }
    }

    private static boolean isWhiteboard(BundleContext context) {
        String name = context.getBundle().getSymbolicName();
        return name != null && name.startsWith(WHITEBOARD);
    }
}
