package org.bindery.store.embedded.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests {@link Gathering}. */
class GatheringTest {

    private static final long COMMIT = TimeUnit.MILLISECONDS.toNanos(4);

    private final Gathering gathering = new Gathering();

    @Test
    void aWaitThatPaysOffGrowsToHalfACommitAndOneInVainShrinks() {
        assertThat(gathering.limit()).isZero();
        for (int i = 0; i < 100; i++) {
            gathering.committed(COMMIT);
        }
        assertThat(gathering.limit()).isPositive().isLessThan(COMMIT / 2);
        gathering.paidOff();
        assertThat(gathering.limit()).isBetween(COMMIT / 3, COMMIT / 2);
        long before = gathering.limit();
        gathering.wasInVain();
        assertThat(gathering.limit()).isEqualTo(before / 2);
    }

    @Test
    void noWaitIsLongerThanFiveMilliseconds() {
        for (int i = 0; i < 100; i++) {
            gathering.committed(TimeUnit.SECONDS.toNanos(1));
        }
        gathering.paidOff();
        assertThat(gathering.limit()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(5));
    }

    @Test
    void transactionsAreExpectedUntilTheyArrive() {
        gathering.expect();
        assertThat(gathering.expectsSomebody()).isTrue();
        gathering.arrived();
        assertThat(gathering.expectsSomebody()).isFalse();
    }
}
