package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bindery.exec.CallContext;
import org.bindery.exec.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Places of groups, and the {@link SlotPool} behind each depth. */
@Timeout(120)
class WaitingGroupTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();

    private static WaitingGroup group(int places, Duration time, int calls) {
        return new WaitingGroup("slow", places, 2, new WaitingGroup.Patience(time, calls));
    }

    private void enterLater(WaitingGroup group, String name, CallContext context) throws InterruptedException {
        int before = group.waiting();
        new Thread(() -> {
                    try {
                        WaitingGroup.Place place = group.enter(name, context);
                        entered.add(name);
                        place.giveBack();
                    } catch (CallFailedException | InterruptedException e) {
                        entered.add(name + " " + e);
                    }
                })
                .start();
        TestRunner.await(() -> group.waiting() != before);
    }

    @Test
    void interactiveCallsGoBeforeBackgroundCallsAndElseInOrder() throws Exception {
        WaitingGroup group = group(1, LONG, 10);
        WaitingGroup.Place held = group.enter("holder", CallContext.interactive());
        enterLater(group, "background 1", CallContext.background());
        enterLater(group, "interactive 1", CallContext.interactive());
        enterLater(group, "background 2", CallContext.background());
        enterLater(group, "interactive 2", CallContext.interactive());
        held.giveBack();
        for (String name : List.of("interactive 1", "interactive 2", "background 1", "background 2")) {
            assertThat(entered.poll(60, TimeUnit.SECONDS)).isEqualTo(name);
        }
    }

    @Test
    void whoWaitsTooLongIsToldWhoHoldsThePlaces() throws Exception {
        WaitingGroup group = group(1, Duration.ofMillis(1), 10);
        group.enter("holder", CallContext.interactive());
        assertThatThrownBy(() -> group.enter("late", CallContext.interactive()))
                .isInstanceOfSatisfying(CallFailedException.class, e -> {
                    assertThat(e.failure().kind()).isEqualTo(Failure.Kind.BUSY);
                    assertThat(e.failure().cause()).contains("late", "group slow", "1 of 1 running", "0 waiting");
                    assertThat(e.failure().remedy()).contains("groups.slow", "wait.millis");
                });
        assertThat(group.waiting()).isZero();
    }

    @Test
    void theQueueIsBounded() throws Exception {
        WaitingGroup group = group(1, LONG, 1);
        WaitingGroup.Place held = group.enter("holder", CallContext.interactive());
        enterLater(group, "waiting", CallContext.interactive());
        assertThatThrownBy(() -> group.enter("too many", CallContext.interactive()))
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("no more may wait");
        held.giveBack();
        assertThat(entered.poll(60, TimeUnit.SECONDS)).isEqualTo("waiting");
    }

    @Test
    void callsInCallsHavePlacesOfTheirOwnUpToADepth() throws Exception {
        WaitingGroup group = group(1, Duration.ofMillis(1), 1);
        CallContext outer = CallContext.interactive();
        group.enter("outer", outer);
        group.enter("inner", outer.nested());
        group.enter("innermost", outer.nested().nested());
        assertThat(group.running()).isEqualTo(3);
        assertThatThrownBy(() -> group.enter("too deep", outer.nested().nested().nested()))
                .isInstanceOfSatisfying(
                        CallFailedException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.TOO_DEEP));
    }

    @Test
    void aPlaceGivenToSomebodyWhoWasInterruptedIsHandedOn() throws Exception {
        WaitingGroup group = group(1, LONG, 10);
        WaitingGroup.Place held = group.enter("holder", CallContext.interactive());
        Thread waiting = new Thread(() -> {
            try {
                group.enter("interrupted", CallContext.interactive());
            } catch (CallFailedException | InterruptedException e) {
                entered.add("interrupted");
            }
        });
        waiting.start();
        TestRunner.await(() -> group.waiting() != 0);
        waiting.interrupt();
        assertThat(entered.poll(60, TimeUnit.SECONDS)).isEqualTo("interrupted");
        held.giveBack();
        assertThat(group.running()).isZero();
        group.enter("next", CallContext.interactive()).giveBack();
    }
}
