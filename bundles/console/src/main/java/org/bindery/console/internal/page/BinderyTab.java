package org.bindery.console.internal.page;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.bindery.hub.pipeline.PipelineService;
import org.bindery.hub.plugin.PluginCatalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Bindery" of the web console: plugins with their reasons, and the live pipeline. It only shows. */
@Component(
        service = Servlet.class,
        property = {
            "felix.webconsole.label=bindery",
            "felix.webconsole.title=Bindery",
            "felix.webconsole.category=Main",
            "felix.webconsole.css=/bindery/res/bindery.css"
        })
public final class BinderyTab extends AbstractServlet {

    private static final long serialVersionUID = 1L;

    private final transient PluginCatalogue plugins;
    private final transient PipelineService pipeline;

    @Activate
    public BinderyTab(@Reference PluginCatalogue plugins, @Reference PipelineService pipeline) {
        this.plugins = plugins;
        this.pipeline = pipeline;
    }

    @Override
    public void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(PluginTable.of(plugins.plugins()));
        response.getWriter().print(PipelineTable.of(pipeline));
    }
}
