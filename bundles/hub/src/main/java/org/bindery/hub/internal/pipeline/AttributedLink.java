package org.bindery.hub.internal.pipeline;

import java.util.OptionalInt;
import org.bindery.api.error.ApiException;

/**
 * The boundary to plugin code: whatever comes out of a step becomes an error that names plugin, version, step and
 * object. A step's own {@link ApiException} goes on verbatim.
 */
record AttributedLink(StepIdentity identity, Link inner) implements Link {

    @Override
    public void pass(ChainRun run) {
        try {
            inner.pass(run);
        } catch (ApiException refusal) {
            StepLog.refused(identity, refusal);
            throw refusal;
        } catch (WrongAnswerException wrong) {
            throw failed(wrong.object(), wrong.getMessage(), wrong.remedy(), wrong);
        } catch (LinkageError unlinked) {
            throw broken(
                    run,
                    "A class the plugin was built with is missing or different here; build it against this version.",
                    unlinked);
        } catch (Throwable failure) {
            throw broken(
                    run,
                    "Correct the plugin, or switch the step off by setting disabled of " + PipelineConfiguration.PID
                            + "; the log has the details.",
                    failure);
        }
    }

    private ApiException broken(ChainRun run, String remedy, Throwable failure) {
        // With one object in the batch there is no doubt which one the step failed on.
        OptionalInt object = run.batch().size() == 1 ? OptionalInt.of(0) : OptionalInt.empty();
        try {
            return failed(object, Sentences.cause(failure), remedy, failure);
        } catch (Throwable again) {
            // The message of a plugin's own exception is plugin code too.
            String kind = failure.getClass().getSimpleName();
            return failed(object, kind + ", whose message cannot be read", remedy, null);
        }
    }

    private ApiException failed(OptionalInt object, String cause, String remedy, Throwable failure) {
        ApiException error = StepErrors.failed(identity, object, cause, remedy, failure);
        StepLog.failed(identity, error);
        return error;
    }
}
