package org.bindery.http.internal.route;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The servlet context of Bindery's own endpoints, at the root of the server. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = ApiContext.NAME, path = "/")
public final class ApiContext extends ServletContextHelper {

    /** Name by which servlets select this context. */
    public static final String NAME = "bindery.api";
}
