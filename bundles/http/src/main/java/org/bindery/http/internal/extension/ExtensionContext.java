package org.bindery.http.internal.extension;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The one servlet context of all plugin endpoints (fylr-spec 8). */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = ExtensionContext.NAME, path = ExtensionContext.PATH)
public final class ExtensionContext extends ServletContextHelper {

    /** Name by which servlets select this context. */
    public static final String NAME = "bindery.extension";

    /** Where plugin endpoints begin; the plugin's name follows. */
    public static final String PATH = "/api/v1/plugin/extension";
}
