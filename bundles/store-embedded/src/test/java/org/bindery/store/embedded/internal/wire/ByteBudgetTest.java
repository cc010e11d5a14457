package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {

    private final ByteBudget budget = new ByteBudget(100);
    private final List<String> granted = new ArrayList<>();

    @Test
    void grantsAtOnceWhatIsFree() {
        budget.acquire(60, () -> granted.add("a"));
        assertThat(granted).containsExactly("a");
        assertThat(budget.free()).isEqualTo(40);
    }

    @Test
    void letsWaitersInInTheirTurnSoThatALargeOneIsNotStarvedBySmallOnes() {
        budget.acquire(60, () -> granted.add("a"));
        budget.acquire(80, () -> granted.add("large"));
        budget.acquire(10, () -> granted.add("small"));
        assertThat(granted).containsExactly("a");
        budget.release(60);
        assertThat(granted).containsExactly("a", "large", "small");
        budget.release(80);
        budget.release(10);
        assertThat(budget.free()).isEqualTo(100);
    }
}
