package org.bindery.http.internal.extension;

import jakarta.servlet.Servlet;
import org.bindery.http.internal.wire.Caller;
import org.bindery.hub.plugin.PluginBundles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers every whiteboard servlet of a plugin below the plugin's own path, behind the access check. */
@Component(service = {})
public final class PluginEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(PluginEndpoints.class);

    private static final String SERVLETS = "(&(objectClass=" + Servlet.class.getName() + ")("
            + HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=*))";

    private final BundleContext context;
    private final Caller caller;
    private final ServiceTracker<Servlet, ServiceRegistration<Servlet>> tracker;

    @Activate
    public PluginEndpoints(BundleContext context, @Reference Caller caller) throws InvalidSyntaxException {
        this.context = context;
        this.caller = caller;
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(SERVLETS), null) {
            @Override
            public ServiceRegistration<Servlet> addingService(ServiceReference<Servlet> reference) {
                return PluginBundles.isPlugin(reference.getBundle()) ? offer(reference) : null;
            }

            @Override
            public void modifiedService(ServiceReference<Servlet> reference, ServiceRegistration<Servlet> offered) {
                offered.setProperties(properties(reference).forWhiteboard(reference));
            }

            @Override
            public void removedService(ServiceReference<Servlet> reference, ServiceRegistration<Servlet> offered) {
                offered.unregister();
            }
        };
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    private ServiceRegistration<Servlet> offer(ServiceReference<Servlet> reference) {
        EndpointProperties properties = properties(reference);
        LOG.info("Plugin {} offers {}", properties.plugin(), properties.patterns());
        PluginServlet servlet = new PluginServlet(context.getServiceObjects(reference), properties, caller);
        return context.registerService(Servlet.class, servlet, properties.forWhiteboard(reference));
    }

    private static EndpointProperties properties(ServiceReference<Servlet> reference) {
        return EndpointProperties.of(PluginBundles.nameOf(reference.getBundle()), reference);
    }
}
