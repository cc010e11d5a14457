package org.bindery.console.internal.page;

import java.util.List;
import org.bindery.hub.pipeline.PipelineService;
import org.bindery.hub.pipeline.PipelineService.RefusedStep;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.bindery.hub.pipeline.PipelineService.WorkerView;

/** Shows the chain of steps in the order they run in, why, and how they do. */
final class PipelineTable {

    private PipelineTable() {}

    static String of(PipelineService pipeline) {
        Html html = new Html();
        html.raw("<section aria-labelledby=\"bindery-pipeline\"><h2 id=\"bindery-pipeline\">Save pipeline</h2>");
        WorkerView workers = pipeline.workers();
        html.raw("<p>").text(workers.busy()).raw(" of ").text(workers.limit()).raw(" workers busy, ");
        html.text(workers.hung()).raw(" of them hung.</p>");
        pipeline.notices()
                .forEach(notice ->
                        html.raw("<p class=\"doubtful\">").text(notice).raw("</p>"));
        steps(html, pipeline.steps());
        refused(html, pipeline.refused());
        return html.raw("</section>").toString();
    }

    private static void steps(Html html, List<StepView> steps) {
        if (steps.isEmpty()) {
            html.raw("<p>No plugin changes what is saved.</p>");
            return;
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
        html.raw("</tbody></table>");
    }

    private static void refused(Html html, List<RefusedStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        html.raw("<table class=\"bindery\"><caption>Steps that do not run</caption>")
                .heads("Plugin", "Step", "Reason")
                .raw("<tbody>");
        for (RefusedStep step : steps) {
            html.raw("<tr>").cell(step.plugin() + " " + step.version());
            html.raw("<th scope=\"row\">").text(step.step()).raw("</th><td class=\"bad\">");
            html.text(step.reason()).raw("</td></tr>");
        }
        html.raw("</tbody></table>");
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
