package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class StepErrorsTest {

    private static final StepIdentity STEP = new StepIdentity("shelf", "2.0.0", "check");

    @Test
    void everyErrorHasACauseARemedyAndAGermanText() {
        ApiException[] errors = {
            StepErrors.failed(STEP, OptionalInt.of(3), "cause", "remedy", null),
            StepErrors.timeout(STEP, 5),
            StepErrors.busy(4, 0, 5),
            StepErrors.notBegun(5),
            StepErrors.tooDeep(9, 8, "a:x > a:x"),
            StepErrors.stopped()
        };

        assertThat(errors).allSatisfy(exception -> {
            assertThat(exception.error().parameters().path("cause").asText()).isNotBlank();
            assertThat(exception.error().parameters().path("remedy").asText()).isNotBlank();
            assertThat(exception.error().texts()).containsKey("de-DE");
            assertThat(exception.error().description()).isNotBlank();
        });
    }

    @Test
    void errorsOfAStepNameIt() {
        assertThat(StepErrors.timeout(STEP, 5).error().parameters().toString())
                .contains("\"plugin\":\"shelf\"")
                .contains("\"version\":\"2.0.0\"")
                .contains("\"step\":\"check\"")
                .contains("\"budget_ms\":5");
    }

    @Test
    void onlyBusyAndStoppedInviteToTryAgain() {
        assertThat(StepErrors.busy(4, 0, 5).error().statuscode()).isEqualTo(503);
        assertThat(StepErrors.stopped().error().statuscode()).isEqualTo(503);
        assertThat(StepErrors.tooDeep(9, 8, "").error().statuscode()).isEqualTo(400);
        assertThat(StepErrors.timeout(STEP, 5).error().statuscode()).isEqualTo(504);
    }
}
