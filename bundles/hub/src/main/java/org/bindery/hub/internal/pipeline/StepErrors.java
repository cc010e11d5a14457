package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.OptionalInt;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;

/** The errors of the chain itself, each with plugin, version, step, object, cause and remedy. */
final class StepErrors {

    static final String FAILED = "DbPreSaveFailed";
    static final String TIMEOUT = "DbPreSaveTimeout";
    static final String BUSY = "DbPreSaveBusy";
    static final String TOO_DEEP = "DbPreSaveTooDeep";
    static final String STOPPED = "DbPreSaveStopped";

    private StepErrors() {}

    static ApiException failed(StepIdentity step, OptionalInt object, String cause, String remedy, Throwable failure) {
        String at = object.isPresent() ? " (object " + object.getAsInt() + ")" : "";
        ApiError error = ApiError.of(
                        FAILED,
                        400,
                        "Plugin " + step.plugin() + " " + step.version() + " failed in step " + step.step() + at + ": "
                                + cause)
                .text(
                        "de-DE",
                        "Plugin " + step.plugin() + " " + step.version() + " ist in Schritt " + step.step()
                                + " gescheitert" + at.replace("object", "Objekt") + ": " + cause);
        return new ApiException(attributed(error, step, object, cause, remedy), failure);
    }

    static ApiException timeout(StepIdentity step, long budgetMillis) {
        String cause = "It took longer than its time budget of " + budgetMillis + " ms.";
        String remedy = "Find out what the step waits for, or give it more time by " + StepProperties.BUDGET
                + " or by setting budgets of " + PipelineConfiguration.PID + ".";
        ApiError error = ApiError.of(
                        TIMEOUT,
                        504,
                        "Plugin " + step.plugin() + " " + step.version() + " ran out of time" + " in step "
                                + step.step() + ": " + budgetMillis + " ms")
                .text(
                        "de-DE",
                        "Plugin " + step.plugin() + " " + step.version() + " hat in Schritt " + step.step()
                                + " die Zeit überschritten: " + budgetMillis + " ms")
                .parameter("budget_ms", budgetMillis);
        return new ApiException(attributed(error, step, OptionalInt.empty(), cause, remedy));
    }

    static ApiException busy(int workers, int depth, long waitedMillis) {
        ApiError error = ApiError.of(
                        BUSY, 503, "No worker was free for the pre-save steps within " + waitedMillis + " ms")
                .text("de-DE", "In " + waitedMillis + " ms wurde kein Platz für die Plugin-Schritte frei")
                .parameter("workers", workers)
                .parameter("depth", depth);
        return new ApiException(remedied(
                error,
                "All " + workers + " workers are taken by saves, some perhaps by steps that hang.",
                "Try again; look for hung steps in GET /api/v1/bindery/pipeline; raise setting workers of "
                        + PipelineConfiguration.PID + "."));
    }

    static ApiException notBegun(long waitedMillis) {
        ApiError error = ApiError.of(BUSY, 503, "The worker of this save did not begin within " + waitedMillis + " ms")
                .text("de-DE", "Die Plugin-Schritte haben in " + waitedMillis + " ms nicht begonnen");
        return new ApiException(remedied(
                error,
                "The machine gave the worker thread no time.",
                "Try again; look what else keeps the processors busy."));
    }

    static ApiException tooDeep(int depth, int limit, String trail) {
        ApiError error = ApiError.of(TOO_DEEP, 400, "Saves stand in saves more than " + limit + " deep")
                .text("de-DE", "Speichervorgänge sind mehr als " + limit + " tief ineinander geschachtelt")
                .parameter("depth", depth)
                .parameter("limit", limit)
                .parameter("trail", trail);
        return new ApiException(remedied(
                error,
                "A step saves objects, whose steps save objects, and so on: " + trail,
                "Let the step leave out objects it saved itself, or raise setting depth of " + PipelineConfiguration.PID
                        + "."));
    }

    static ApiException stopped() {
        ApiError error = ApiError.of(STOPPED, 503, "The save was stopped before its pre-save steps were through")
                .text("de-DE", "Der Speichervorgang wurde vor dem Ende der Plugin-Schritte angehalten");
        return new ApiException(remedied(
                error, "Bindery stops, or the save stood in another one that was given up.", "Try again later."));
    }

    private static ApiError attributed(
            ApiError error, StepIdentity step, OptionalInt object, String cause, String remedy) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return remedied(
                error.parameter("plugin", step.plugin())
                        .parameter("version", step.version())
                        .parameter("step", step.step())
                        .parameter("object", object.isPresent() ? json.numberNode(object.getAsInt()) : json.nullNode()),
                cause,
                remedy);
    }

    private static ApiError remedied(ApiError error, String cause, String remedy) {
        return error.parameter("cause", cause).parameter("remedy", remedy).describedBy(cause + " " + remedy);
    }
}
