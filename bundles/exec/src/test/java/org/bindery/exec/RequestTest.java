package org.bindery.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link ProgramRequest}, its parts and {@link HeldBackOutput}. */
class RequestTest {

    private final ProgramChain chain = ProgramChain.of("node", Path.of("plugin"), ProgramCommand.of("node", "main.js"));

    @Test
    void aRequestHasDefaultsAndChangedCopies() {
        ProgramRequest request = ProgramRequest.of("shelf", chain);
        assertThat(request.limits()).isEqualTo(new CallLimits(Duration.ofSeconds(30), 16 << 20));
        assertThat(request.context()).isEqualTo(new CallContext(CallContext.Priority.INTERACTIVE, 0));
        assertThat(request.withPlaceholder("a", "b").placeholders()).isEqualTo(Map.of("a", "b"));
        assertThat(request.withContext(CallContext.background().nested())
                        .context()
                        .depth())
                .isEqualTo(1);
        assertThat(request.withRules(new ResponseRules("x", 500)).rules().errorStatus())
                .isEqualTo(500);
        assertThat(request.chain().pluginDir()).isAbsolute();
        assertThat(request.chain().warm()).isTrue();
        assertThat(request.chain().cold().warm()).isFalse();
    }

    @Test
    void valuesWithoutSenseAreRefused() {
        assertThatThrownBy(() -> new ProgramChain("node", Path.of("p"), List.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallLimits.DEFAULT.withTime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallLimits.DEFAULT.withOutputBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallContext(CallContext.Priority.BACKGROUND, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResponseRules("x", 200)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inputComesFromMemoryFilesOrAStreamThatIsReadOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("in"), "tea");
        for (ProgramInput input :
                List.of(ProgramInput.of("tea".getBytes(StandardCharsets.UTF_8)), ProgramInput.of(file))) {
            assertThat(input.source().open()).hasContent("tea");
            assertThat(input.source().open()).hasContent("tea");
        }
        assertThat(ProgramInput.none().source().open()).isEmpty();
        ProgramInput once = ProgramInput.once(new ByteArrayInputStream("tea".getBytes(StandardCharsets.UTF_8)));
        assertThat(once.withHeaders(Map.of("A", List.of("b"))).headers()).containsKey("A");
        assertThat(once.source().open()).hasContent("tea");
        assertThatThrownBy(() -> once.source().open()).isInstanceOf(IOException.class);
    }

    @Test
    void outputIsHeldBackUntilMoreComes() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (HeldBackOutput output = new HeldBackOutput(3, () -> target)) {
            output.write("abc".getBytes(StandardCharsets.UTF_8));
            output.flush();
            assertThat(output.begun()).isFalse();
            assertThat(output.held()).hasSize(3);
            assertThat(target.size()).isZero();
            output.write('d');
            assertThat(output.begun()).isTrue();
            assertThat(output.held()).isEmpty();
            assertThat(target).hasToString("abcd");
        }
    }
}
