package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainBenchmarkTest {

    private final ChainBenchmark benchmark = new ChainBenchmark();

    @AfterEach
    void end() {
        benchmark.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "update"})
    void theStepsReallyRunWithAndWithoutAWorker(String kind) {
        build(20, kind);

        assertThat(benchmark.save().get(0).at("/item/remark").asText()).isEqualTo("changed by 16");
        assertThat(benchmark.stepsAlone().get(0).at("/item/remark").asText()).isEqualTo("changed by 16");
    }

    @Test
    void withoutStepsTheObjectIsLeftAlone() {
        build(0, "insert");

        assertThat(benchmark.save().get(0).at("/item/remark").asText()).isEmpty();
    }

    private void build(int steps, String kind) {
        benchmark.steps = steps;
        benchmark.changing = 5;
        benchmark.kind = kind;
        benchmark.build();
    }
}
