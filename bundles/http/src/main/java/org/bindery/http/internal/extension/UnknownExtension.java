package org.bindery.http.internal.extension;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bindery.http.internal.wire.Caller;
import org.bindery.http.internal.wire.Failures;
import org.bindery.http.internal.wire.PathSegments;
import org.bindery.http.internal.wire.Responses;
import org.bindery.hub.plugin.PluginBundles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Answers for endpoints that no plugin has, in the order of checks of fylr-spec 8. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ExtensionContext.NAME + ")")
public final class UnknownExtension extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int NAME_AT = PathSegments.of(ExtensionContext.PATH).size();

    private final transient BundleContext context;
    private final transient Caller caller;

    @Activate
    public UnknownExtension(BundleContext context, @Reference Caller caller) {
        this.context = context;
        this.caller = caller;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PathSegments.of(request.getRequestURI());
        String plugin = path.size() > NAME_AT ? path.get(NAME_AT) : "";
        if (!isInstalled(plugin)) {
            Responses.write(request, response, Failures.pluginNotFound(plugin));
        } else if (caller.session(request).isEmpty()) {
            Responses.write(request, response, Failures.userRequired());
        } else {
            response.setStatus(404);
            response.setContentType("text/plain; charset=utf-8");
            String text = "Plugin " + plugin + " has no endpoint at this path\n";
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean isInstalled(String plugin) {
        return Arrays.stream(context.getBundles())
                .filter(PluginBundles::isPlugin)
                .anyMatch(bundle -> PluginBundles.nameOf(bundle).equals(plugin));
    }
}
