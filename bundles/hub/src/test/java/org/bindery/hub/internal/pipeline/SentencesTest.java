package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void aForeignTextBecomesOneShortLine() {
        assertThat(Sentences.cut("a\r\n\tb\u0000")).isEqualTo("a b");
        assertThat(Sentences.cut("x".repeat(10_000))).hasSize(Sentences.LIMIT).endsWith("…");
    }

    @Test
    void aCauseIsTheKindAndTheMessage() {
        assertThat(Sentences.cause(new IllegalStateException("no shelf"))).isEqualTo("IllegalStateException: no shelf");
        assertThat(Sentences.cause(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
