package org.bindery.http.internal.extension;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.wire.Responses;
import org.bindery.hub.plugin.PluginGate;
import org.bindery.hub.plugin.PluginGate.Pass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Lets calls of plugin endpoints wait while their plugin is swapped. It runs before the whiteboard looks for the
 * servlet; later would be too late, since the old servlet is gone while the new one is not there yet.
 */
@Component(service = Preprocessor.class)
public final class SwapGuard implements Preprocessor {

    private static final String PREFIX = ExtensionContext.PATH + "/";

    private final PluginGate gate;

    @Activate
    public SwapGuard(@Reference PluginGate gate) {
        this.gate = gate;
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        String path = call.getRequestURI();
        if (!path.startsWith(PREFIX)) {
            chain.doFilter(request, response);
            return;
        }
        Pass pass;
        try {
            pass = gate.enter(pluginOf(path));
        } catch (ApiException refused) {
            Responses.write(call, (HttpServletResponse) response, refused.error());
            return;
        }
        guarded(call, response, chain, pass);
    }

    private static void guarded(HttpServletRequest call, ServletResponse response, FilterChain chain, Pass pass)
            throws IOException, ServletException {
        boolean later = false;
        try {
            chain.doFilter(call, response);
            if (call.isAsyncStarted()) {
                call.getAsyncContext().addListener(new Closing(pass));
                pass.detach();
                later = true;
            }
        } finally {
            if (!later) {
                pass.close();
            }
        }
    }

    private static String pluginOf(String path) {
        int end = path.indexOf('/', PREFIX.length());
        return end < 0 ? path.substring(PREFIX.length()) : path.substring(PREFIX.length(), end);
    }

    @Override
    public void destroy() {
        // nothing to release
    }

    /** Ends an asynchronous call when its answer is complete, not when the servlet returns. */
    private record Closing(Pass pass) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            pass.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
