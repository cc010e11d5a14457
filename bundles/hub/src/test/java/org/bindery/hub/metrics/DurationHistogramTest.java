package org.bindery.hub.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHistogramTest {

    private final DurationHistogram histogram = new DurationHistogram();

    @Test
    void anEmptyHistogramAnswersZero() {
        assertThat(histogram.percentile(0.99)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 999, 20_000, 1_234_567, 30_000_000_000L})
    void aDurationComesBackWithinSixPercent(long nanos) {
        histogram.add(nanos);

        assertThat(histogram.percentile(0.5)).isCloseTo(nanos, within(nanos / 16));
    }

    @Test
    void percentilesSplitTheDurations() {
        for (int i = 1; i <= 1000; i++) {
            histogram.add(i * 1000L);
        }

        assertThat(histogram.percentile(0.50)).isCloseTo(500_000, Percentage.withPercentage(6.25));
        assertThat(histogram.percentile(0.95)).isCloseTo(950_000, Percentage.withPercentage(6.25));
        assertThat(histogram.percentile(0.99)).isCloseTo(990_000, Percentage.withPercentage(6.25));
    }

    @Test
    void durationsBeyondEveryBucketAndBeforeTheFirstAreStillCounted() {
        histogram.add(Long.MAX_VALUE);
        histogram.add(-1);

        assertThat(histogram.count()).isEqualTo(2);
    }
}
