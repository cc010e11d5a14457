package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.junit.jupiter.api.Test;

/** The links around the call of a step: {@link CallLink}, {@link AttributedLink}, {@link MeasuredLink}, {@link BudgetedLink}. */
class LinkTest {

    private static final StepIdentity STEP = new StepIdentity("shelf", "2.0.0", "check");

    private final StepFigures figures = new StepFigures();
    private final RecordingWatch watch = new RecordingWatch();
    private final ChainRun run = new ChainRun(TestChain.INFO, batch(1), watch);

    @Test
    void aCallLinkTakesTheStepsAnswerOver() {
        new CallLink(new StepDeclaration("check", Set.of(), 0, 0, 0), TestChain.appends("!")).pass(run);

        assertThat(run.batch().object(0).at("/item/title").asText()).isEqualTo("Vase!");
    }

    @Test
    void anAttributedLinkNamesTheObjectOfAWrongAnswer() {
        Link link = new AttributedLink(STEP, failing(new WrongAnswerException(0, "cause", "remedy")));

        ApiError error = error(link, run);

        assertThat(error.parameters().path("object").asInt(-1)).isZero();
        assertThat(error.parameters().path("remedy").asText()).isEqualTo("remedy");
        assertThat(error.error()).contains("shelf 2.0.0").contains("step check").contains("object 0");
    }

    @Test
    void anAttributedLinkSaysWhatAMissingClassMeans() {
        ApiError error = error(new AttributedLink(STEP, failing(new NoClassDefFoundError("x/Y"))), run);

        assertThat(error.parameters().path("cause").asText()).isEqualTo("NoClassDefFoundError: x/Y");
        assertThat(error.parameters().path("remedy").asText()).contains("missing or different");
    }

    @Test
    void anAttributedLinkDoesNotGuessTheObjectOfALargerBatch() {
        ChainRun larger = new ChainRun(TestChain.INFO, batch(2), watch);

        ApiError error = error(new AttributedLink(STEP, failing(new IllegalStateException())), larger);

        assertThat(error.parameters().path("object").isNull()).isTrue();
    }

    @Test
    void anAttributedLinkSurvivesAnExceptionWhoseMessageFails() {
        RuntimeException evil = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        assertThat(error(new AttributedLink(STEP, failing(evil)), run).code()).isEqualTo("DbPreSaveFailed");
    }

    @Test
    void aMeasuredLinkCountsWhatIsAwaitedOnly() {
        Link link = new MeasuredLink(figures, inner -> {});
        link.pass(run);
        watch.awaited = false;
        link.pass(run);

        assertThat(figures.view().calls()).isEqualTo(1);
    }

    @Test
    void aMeasuredLinkCountsErrors() {
        ApiException refusal = new ApiException(ApiError.of("no", 400, "no"));

        assertThatThrownBy(() -> new MeasuredLink(figures, failing(refusal)).pass(run))
                .isSameAs(refusal);
        assertThat(figures.view().errors()).isEqualTo(1);
    }

    @Test
    void aBudgetedLinkStartsTheClockBeforeTheStep() {
        StepWatch.TimedStep timed = new StepWatch.TimedStep(STEP, 5, figures);

        new BudgetedLink(timed, inner -> assertThat(watch.begun).containsExactly(timed)).pass(run);

        assertThat(watch.begun).hasSize(1);
    }

    private static ApiError error(Link link, ChainRun run) {
        return catchThrowableOfType(ApiException.class, () -> link.pass(run)).error();
    }

    private static Link failing(Throwable failure) {
        return run -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };
    }

    private static WorkingBatch batch(int size) {
        List<ChainObject> objects = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            objects.add(new ChainObject(TestChain.object("item", "h" + i, "Vase"), null));
        }
        return new WorkingBatch(objects);
    }

    private static final class RecordingWatch implements StepWatch {

        private final List<TimedStep> begun = new ArrayList<>();
        private boolean awaited = true;

        @Override
        public void begin(TimedStep step) {
            begun.add(step);
        }

        @Override
        public boolean isAwaited() {
            return awaited;
        }
    }
}
