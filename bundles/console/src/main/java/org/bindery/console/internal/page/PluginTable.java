package org.bindery.console.internal.page;

import java.util.List;
import org.bindery.hub.plugin.PluginCatalogue.PluginStatus;
import org.bindery.hub.plugin.PluginCatalogue.State;

/** Shows the files of the deploy folder and what became of them. */
final class PluginTable {

    private PluginTable() {}

    static String of(List<PluginStatus> plugins) {
        Html html = new Html();
        html.raw("<section aria-labelledby=\"bindery-plugins\"><h2 id=\"bindery-plugins\">Plugins</h2>");
        if (plugins.isEmpty()) {
            return html.raw("<p>The deploy folder is empty. Copy a plugin's jar into it.</p></section>")
                    .toString();
        }
        html.raw("<table class=\"bindery\"><caption>Files of the deploy folder</caption>")
                .heads("File", "Plugin", "Running version", "State", "Reason", "Since", "Bundle")
                .raw("<tbody>");
        plugins.forEach(plugin -> row(html, plugin));
        return html.raw("</tbody></table></section>").toString();
    }

    private static void row(Html html, PluginStatus plugin) {
        html.raw("<tr><th scope=\"row\">").text(plugin.file()).raw("</th>");
        html.cell(plugin.plugin()).cell(plugin.version().isEmpty() ? "none" : plugin.version());
        html.raw("<td class=\"")
                .raw(style(plugin))
                .raw("\">")
                .text(plugin.state())
                .raw("</td>");
        html.cell(plugin.reason()).cell(plugin.since());
        if (plugin.bundleId() < 0) {
            html.cell("none");
        } else {
            String id = Long.toString(plugin.bundleId());
            html.raw("<td class=\"number\"><a href=\"bundles/")
                    .raw(id)
                    .raw("\">")
                    .raw(id)
                    .raw("</a></td>");
        }
        html.raw("</tr>");
    }

    private static String style(PluginStatus plugin) {
        if (plugin.state() == State.REFUSED) {
            return "bad";
        }
        return plugin.state() == State.WAITING || !plugin.reason().isEmpty() ? "doubtful" : "good";
    }
}
