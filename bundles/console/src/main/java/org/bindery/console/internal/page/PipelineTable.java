package org.bindery.console.internal.page;

import java.util.List;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;
import org.bindery.hub.pipeline.PipelineService.StepView;

/** Shows the chain of steps in the order they run in, why, and how they do. */
final class PipelineTable {

    private PipelineTable() {}

    static String of(List<StepView> steps) {
        Html html = new Html();
        html.raw("<section aria-labelledby=\"bindery-pipeline\"><h2 id=\"bindery-pipeline\">Save pipeline</h2>");
        if (steps.isEmpty()) {
            return html.raw("<p>No plugin changes what is saved.</p></section>").toString();
        }
        html.raw("<table class=\"bindery\"><caption>Steps in the order they run, times in microseconds</caption>")
                .heads(
                        "#",
                        "Plugin",
                        "Step",
                        "Sees",
                        "Stands here because",
                        "Budget ms",
                        "Calls",
                        "Errors",
                        "p50",
                        "p95",
                        "p99",
                        "Last error")
                .raw("<tbody>");
        for (int i = 0; i < steps.size(); i++) {
            row(html, i + 1, steps.get(i));
        }
        return html.raw("</tbody></table></section>").toString();
    }

    private static void row(Html html, int place, StepView step) {
        StepMetrics metrics = step.metrics();
        html.raw("<tr>").number(place).cell(step.plugin() + " " + step.version());
        html.raw("<th scope=\"row\">").text(step.step()).raw("</th>");
        html.cell(step.objecttypes().isEmpty() ? "all objecttypes" : String.join(", ", step.objecttypes()));
        html.raw("<td><ol>");
        step.reasons().forEach(reason -> html.raw("<li>").text(reason).raw("</li>"));
        html.raw("</ol></td>").number(step.budgetMillis()).number(metrics.calls());
        html.raw(metrics.errors() > 0 ? "<td class=\"number bad\">" : "<td class=\"number\">");
        html.text(metrics.errors()).raw("</td>");
        html.number(metrics.p50Micros()).number(metrics.p95Micros()).number(metrics.p99Micros());
        html.cell(metrics.lastError().isEmpty() ? "none" : metrics.lastErrorAt() + " " + metrics.lastError());
        html.raw("</tr>");
    }
}
