package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link StderrTail} and {@link SideOutput} keep. */
class StderrTailTest {

    private final List<String> lines = new ArrayList<>();
    private final StderrTail tail = new StderrTail(new StderrTail.Limits(8, 40, 10), lines::add);

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            tail.accept(new byte[] {0, b, 0}, 1, 1);
        }
    }

    @Test
    void linesAreToldWholeHoweverTheyArrive() {
        write("grün\r\n\nlast");
        assertThat(lines).containsExactly("grün", "");
        tail.end();
        tail.end();
        assertThat(lines).containsExactly("grün", "", "last");
    }

    @Test
    void aLongLineIsBroken() {
        write("0123456789abc\n");
        assertThat(lines).containsExactly("0123456789", "abc");
    }

    @Test
    void theTailIsTheEnd() {
        assertThat(tail.tail()).isEmpty();
        write("short");
        assertThat(tail.tail()).isEqualTo("short");
        write("er than that");
        assertThat(tail.tail()).isEqualTo("han that");
    }

    @Test
    void theLogEndsAtItsLimitAndTheTailGoesOn() {
        write("line\n".repeat(20));
        write("end");
        tail.end();
        assertThat(lines).hasSize(9).last().asString().contains("40 bytes", "not logged");
        assertThat(tail.tail()).endsWith("end");
    }

    @Test
    void ofOutputThatIsNoResultTheBeginningIsKept() {
        SideOutput side = new SideOutput();
        for (int i = 0; i < 100; i++) {
            side.accept(new byte[1000], 0, 1000);
        }
        assertThat(side.beginning()).hasSize(64 * 1024);
    }
}
