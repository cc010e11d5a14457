package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bindery.hub.internal.pipeline.TestChain.appends;
import static org.bindery.hub.internal.pipeline.TestChain.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveInfo;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.internal.pipeline.TestChain.FixedSource;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StepChainTest {

    /** The common pool may have a single thread, and a save that waits would keep it. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final TestChain chain = new TestChain();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        chain.close();
    }

    @Test
    void theOutputOfAStepIsTheInputOfTheNext() {
        chain.add("a:one", appends("-1"));
        chain.add("a:two", appends("-2"));
        chain.add("b:three", appends("-3"));

        ObjectNode saved = chain.save(object("item", "h", "Vase"));

        assertThat(saved.path("item").path("title").asText()).isEqualTo("Vase-1-2-3");
    }

    @Test
    void withoutAMatchingStepTheObjectsAreTheSameInstancesAndNoThreadIsUsed() {
        chain.add("a:one", appends("-1"), "other");
        ObjectNode given = object("item", "h", "Vase");

        assertThat(chain.save(given)).isSameAs(given);
        assertThat(chain.chain.busy()).isZero();
        assertThat(chain.gate.left).hasValue(1);
    }

    @Test
    void aStepSeesOnlyObjectsOfItsObjecttypesWithTheirPlaceInTheRequest() {
        AtomicReference<String> seen = new AtomicReference<>();
        chain.add(
                "a:one",
                batch -> {
                    seen.set(batch.objects().size() + "@"
                            + batch.objects().get(0).index());
                    return batch.changeEach(object -> object.fields().put("title", "changed"));
                },
                "person");

        ObjectNode item = object("item", "h1", "Vase");
        List<ObjectNode> saved = chain.saveAll(item, object("person", "h2", "Ada"));

        assertThat(seen).hasValue("1@1");
        assertThat(saved.get(0)).isSameAs(item);
        assertThat(saved.get(1).path("person").path("title").asText()).isEqualTo("changed");
    }

    @Test
    void theWholeChainRunsOnOneWorkerThread() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        PreSaveStep noting = batch -> {
            threads.add(Thread.currentThread());
            return PreSaveResult.unchanged();
        };
        chain.add("a:one", noting);
        chain.add("a:two", noting);

        chain.save(object("item", "h", "Vase"));

        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
        assertThat(threads.get(0)).isSameAs(threads.get(1));
    }

    @Test
    void anApiErrorOfAStepReachesTheCallerVerbatim() {
        ApiException refusal = new ApiException(ApiError.of("shelf.full", 400, "full"));
        chain.add("a:one", batch -> {
            throw refusal;
        });

        assertThat(refused(object("item", "h", "Vase"))).isSameAs(refusal);
        assertThat(metrics().errors()).isEqualTo(1);
        assertThat(metrics().lastError()).contains("shelf.full");
    }

    @Test
    void aFailureOfAStepNamesPluginVersionStepAndObject() {
        chain.add("a:one", batch -> {
            throw new IllegalStateException("no shelf");
        });

        ApiError error = refused(object("item", "h", "Vase")).error();

        assertThat(error.code()).isEqualTo("DbPreSaveFailed");
        assertThat(error.statuscode()).isEqualTo(400);
        assertThat(error.parameters().path("plugin").asText()).isEqualTo("a");
        assertThat(error.parameters().path("version").asText()).isEqualTo("1.2.3");
        assertThat(error.parameters().path("step").asText()).isEqualTo("one");
        assertThat(error.parameters().path("object").asInt(-1)).isZero();
        assertThat(error.parameters().path("cause").asText()).isEqualTo("IllegalStateException: no shelf");
        assertThat(error.parameters().path("remedy").asText()).isNotBlank();
    }

    @Test
    void anEndlessRecursionOfAStepIsAFailureOfThatStep() {
        chain.add("a:one", new Endless());

        assertThat(refused(object("item", "h", "Vase"))
                        .error()
                        .parameters()
                        .path("cause")
                        .asText())
                .startsWith("StackOverflowError");
    }

    @Test
    void aStepThatIgnoresItsInterruptionFreesItsRequestAtTheBudgetAndHoldsOnlyAWorker() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        chain.add("a:one", Map.of(StepProperties.BUDGET, 50L), new FixedSource(batch -> {
            awaitIgnoringInterrupts(release);
            ended.countDown();
            return batch.changeEach(object -> object.fields().put("title", "too late"));
        }));
        ObjectNode given = object("item", "h", "Vase");

        ApiError error = refused(given).error();

        assertThat(error.code()).isEqualTo("DbPreSaveTimeout");
        assertThat(error.statuscode()).isEqualTo(504);
        assertThat(error.parameters().path("budget_ms").asLong()).isEqualTo(50);
        assertThat(given.path("item").path("title").asText()).isEqualTo("Vase");
        assertThat(metrics().hung()).isEqualTo(1);
        assertThat(metrics().errors()).isEqualTo(1);
        assertThat(chain.registry.hung()).isEqualTo(1);
        assertThat(chain.gate.left).hasValue(1);

        release.countDown();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        until(() -> metrics().hung() == 0 && chain.chain.busy() == 0);
        assertThat(metrics().calls()).isEqualTo(1);
    }

    @Test
    void aLaterStepWithAShorterBudgetIsStoppedAtItsOwn() {
        chain.add("a:first", appends("-1"));
        chain.add("b:slow", Map.of(StepProperties.BUDGET, 50L), new FixedSource(batch -> {
            awaitInterrupt();
            return PreSaveResult.unchanged();
        }));

        ApiError error = refused(object("item", "h", "Vase")).error();

        assertThat(error.parameters().path("plugin").asText()).isEqualTo("b");
    }

    @Test
    void anInterruptedWorkerIsCleanForTheNextSave() {
        long slow = chain.add("a:slow", Map.of(StepProperties.BUDGET, 20L), new FixedSource(batch -> {
            awaitInterrupt();
            return PreSaveResult.unchanged();
        }));
        for (int i = 0; i < 10; i++) {
            refused(object("item", "h", "Vase"));
        }
        chain.registry.remove(slow);
        AtomicInteger interrupted = new AtomicInteger();
        chain.add("a:fast", batch -> {
            if (Thread.currentThread().isInterrupted()) {
                interrupted.incrementAndGet();
            }
            return PreSaveResult.unchanged();
        });
        for (int i = 0; i < 10; i++) {
            chain.save(object("item", "h", "Vase"));
        }

        assertThat(interrupted).hasValue(0);
    }

    @Test
    void whenAllWorkersHangTheNextSaveIsRefusedAsBusy() {
        try (TestChain small =
                new TestChain(new Limits(Duration.ofSeconds(20), 1, Duration.ofMillis(50), 3, Duration.ofSeconds(1)))) {
            small.add("a:one", Map.of(StepProperties.BUDGET, 50L), new FixedSource(batch -> {
                awaitIgnoringInterrupts(release);
                return PreSaveResult.unchanged();
            }));
            assertThatThrownBy(() -> small.save(object("item", "h", "Vase"))).hasMessageContaining("DbPreSaveTimeout");

            ApiError error = catchThrowableOfType(ApiException.class, () -> small.save(object("item", "h", "Vase")))
                    .error();

            assertThat(error.code()).isEqualTo("DbPreSaveBusy");
            assertThat(error.statuscode()).isEqualTo(503);
            release.countDown();
        }
    }

    @Test
    void savesInsideSavesRunEvenWhenEveryOuterPlaceIsTaken() throws Exception {
        chain.add("a:outer", nesting(), "item");
        chain.add("a:inner", appends("!"), "note");

        List<CompletableFuture<ObjectNode>> saves = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> chain.save(object("item", "h" + i, "Vase")), OWN_THREAD))
                .toList();

        for (CompletableFuture<ObjectNode> save : saves) {
            assertThat(save.get(20, TimeUnit.SECONDS).path("item").path("title").asText())
                    .isEqualTo("note!");
        }
        assertThat(chain.gate.entered).hasValue(4);
    }

    @Test
    void savesThatNestWithoutEndAreRefusedWithTheTrail() {
        chain.add("a:outer", batch -> {
            chain.save(object("item", "h", "again"));
            return PreSaveResult.unchanged();
        });

        ApiError error = refused(object("item", "h", "Vase")).error();

        assertThat(error.code()).isEqualTo("DbPreSaveTooDeep");
        assertThat(error.parameters().path("trail").asText()).isEqualTo("a:outer > a:outer > a:outer > a:outer");
    }

    @Test
    void stepsLearnHowDeepTheirSaveStands() {
        AtomicReference<Integer> depth = new AtomicReference<>();
        chain.add("a:outer", nesting(), "item");
        chain.add(
                "a:inner",
                batch -> {
                    depth.set(batch.info().depth());
                    return PreSaveResult.unchanged();
                },
                "note");

        chain.save(object("item", "h", "Vase"));

        assertThat(depth).hasValue(1);
    }

    @Test
    void aCallbackOfAPluginDoesNotWaitAtTheGate() {
        SaveInfo callback =
                new SaveInfo(TestChain.INFO.user(), "POST", "/api/v1/db/item", Map.of(), List.of(), false, 1);

        chain.chain.run(callback, List.of(new ChainObject(object("item", "h", "Vase"), null)));

        assertThat(chain.gate.entered).hasValue(0);
    }

    @Test
    void aStepThatGoesStaysUntilTheSavesInsideHaveEnded() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        chain.add("a:one", batch -> {
            inside.countDown();
            awaitIgnoringInterrupts(release);
            return PreSaveResult.unchanged();
        });
        FixedSource source = new FixedSource(appends("-2"));
        long going = chain.add("a:two", Map.of(), source);
        CompletableFuture<ObjectNode> save =
                CompletableFuture.supplyAsync(() -> chain.save(object("item", "h", "Vase")), OWN_THREAD);
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> chain.registry.remove(going), OWN_THREAD);
        until(() -> chain.registry.current().steps().size() == 1);
        assertThat(removal).isNotDone();
        assertThat(source.closed).hasValue(0);
        release.countDown();

        assertThat(save.get(10, TimeUnit.SECONDS).path("item").path("title").asText())
                .isEqualTo("Vase-2");
        removal.get(10, TimeUnit.SECONDS);
        until(() -> source.closed.get() == 1);
    }

    @Test
    void aChangedLimitCountsForTheNextSave() {
        chain.chain.configure(new Limits(Duration.ofSeconds(1), 7, Duration.ofSeconds(1), 3, Duration.ofSeconds(1)));

        assertThat(chain.chain.places()).isEqualTo(7);
    }

    private ApiException refused(ObjectNode object) {
        return catchThrowableOfType(ApiException.class, () -> chain.save(object));
    }

    private StepMetrics metrics() {
        return chain.registry.current().steps().get(0).handle().figures().view();
    }

    /** Saves a note inside the save and takes its title. */
    private PreSaveStep nesting() {
        return batch -> batch.changeEach(object -> object.fields()
                .set(
                        "title",
                        chain.save(object("note", "n", "note")).path("note").path("title")));
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (latch.getCount() > 0 && System.nanoTime() < end) {
            try {
                latch.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(BooleanSupplier fact) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited too long").isNegative();
            Thread.onSpinWait();
        }
    }

    private static final class Endless implements PreSaveStep {
        @Override
        public PreSaveResult beforeSave(SaveBatch batch) {
            return again(batch);
        }

        private PreSaveResult again(SaveBatch batch) {
            return batch.objects().isEmpty() ? PreSaveResult.unchanged() : beforeSave(batch);
        }
    }
}
