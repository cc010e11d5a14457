package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.api.error.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes what a step did to a save into the log, with the same fields as the error the client gets. */
final class StepLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.bindery.hub.pipeline");

    private StepLog() {}

    /** A step refused the save by an error of its own: what steps are for, and no fault. */
    static void refused(StepIdentity step, ApiException error) {
        write(LOG.atInfo(), step, error, "refused the save");
    }

    /** A step broke, or answered what cannot be taken over. */
    static void failed(StepIdentity step, ApiException error) {
        write(LOG.atWarn(), step, error, "failed");
    }

    /** A step did not end in time. */
    static void timedOut(StepIdentity step, ApiException error) {
        write(LOG.atWarn(), step, error, "ran out of time");
    }

    private static void write(LoggingEventBuilder line, StepIdentity step, ApiException error, String what) {
        ObjectNode parameters = error.error().parameters();
        line.addKeyValue("code", error.error().code())
                .addKeyValue("plugin", step.plugin())
                .addKeyValue("version", step.version())
                .addKeyValue("step", step.step())
                .addKeyValue("object", parameters.path("object").asText("unknown"))
                .addKeyValue(
                        "cause",
                        Sentences.cut(
                                parameters.path("cause").asText(error.error().error())))
                .addKeyValue("remedy", parameters.path("remedy").asText(""))
                .setCause(error.getCause())
                .log("The {} {}: {}", step, what, Sentences.cut(error.error().error()));
    }
}
