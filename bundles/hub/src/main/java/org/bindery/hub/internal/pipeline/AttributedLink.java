package org.bindery.hub.internal.pipeline;

import java.util.OptionalInt;
import org.bindery.api.error.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boundary to plugin code: whatever comes out of a step becomes an error that names plugin, version, step and
 * object. A step's own {@link ApiException} goes on verbatim.
 */
record AttributedLink(StepIdentity identity, Link inner) implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(AttributedLink.class);

    @Override
    public void pass(ChainRun run) {
        try {
            inner.pass(run);
        } catch (ApiException refusal) {
            log(refusal, OptionalInt.empty(), "refused the save");
            throw refusal;
        } catch (WrongAnswerException wrong) {
            throw failed(wrong.object(), wrong.getMessage(), wrong.remedy(), wrong);
        } catch (LinkageError unlinked) {
            throw failed(
                    onlyObject(run),
                    Sentences.cause(unlinked),
                    "A class the plugin was built with is missing or different here; build it against this version.",
                    unlinked);
        } catch (Throwable failure) {
            throw failed(
                    onlyObject(run),
                    Sentences.cause(failure),
                    "Correct the plugin, or switch the step off by setting disabled of " + PipelineConfiguration.PID
                            + "; the log has the details.",
                    failure);
        }
    }

    private ApiException failed(OptionalInt object, String cause, String remedy, Throwable failure) {
        ApiException error = StepErrors.failed(identity, object, cause, remedy, failure);
        log(error, object, "failed");
        return error;
    }

    private void log(ApiException error, OptionalInt object, String what) {
        LOG.atWarn()
                .addKeyValue("code", error.error().code())
                .addKeyValue("plugin", identity.plugin())
                .addKeyValue("version", identity.version())
                .addKeyValue("step", identity.step())
                .addKeyValue("object", object.isPresent() ? object.getAsInt() : "unknown")
                .setCause(error.getCause())
                .log("The {} {}: {}", identity, what, Sentences.cut(error.getMessage()));
    }

    /** With one object in the batch there is no doubt which one the step failed on. */
    private static OptionalInt onlyObject(ChainRun run) {
        return run.batch().size() == 1 ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
