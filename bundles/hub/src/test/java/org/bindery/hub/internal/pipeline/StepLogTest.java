package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.OptionalInt;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class StepLogTest {

    private static final StepIdentity STEP = new StepIdentity("shelf", "2.0.0", "check");

    @Test
    void errorsOfEveryOriginCanBeLogged() {
        assertThatCode(() -> {
                    StepLog.refused(STEP, new ApiException(ApiError.of("own", 400, null)));
                    StepLog.failed(STEP, StepErrors.failed(STEP, OptionalInt.of(1), "cause", "remedy", new Error()));
                    StepLog.timedOut(STEP, StepErrors.timeout(STEP, 5));
                })
                .doesNotThrowAnyException();
    }
}
