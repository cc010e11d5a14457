package org.bindery.exec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the programs of a call read.
 *
 * @param source opens the bytes; never null
 * @param headers headers that go with them when a program fetches {@code %_input.url%}; never null
 */
public record ProgramInput(Source source, Map<String, List<String>> headers) {

    /** Opens the input. A chain opens it once for each command that reads it and for each fetch of its URL. */
    @FunctionalInterface
    public interface Source {

        /**
         * Opens the input from its beginning.
         *
         * @return the bytes; closed by the runner; not null
         * @throws IOException if the input cannot be read, or not once more
         */
        InputStream open() throws IOException;
    }

    private static final ProgramInput NOTHING = of(new byte[0]);

    /**
     * Checks for missing parts and copies the headers.
     *
     * @throws NullPointerException if a part is null
     */
    public ProgramInput {
        Objects.requireNonNull(source, "source");
        headers = Map.copyOf(headers);
    }

    /**
     * No bytes.
     *
     * @return the input
     */
    public static ProgramInput none() {
        return NOTHING;
    }

    /**
     * Bytes in memory.
     *
     * @param bytes the input, not copied; must not be changed while the call runs; not null
     * @return the input
     */
    public static ProgramInput of(byte[] bytes) {
        return new ProgramInput(() -> new ByteArrayInputStream(bytes), Map.of());
    }

    /**
     * A file.
     *
     * @param file must stay until the call ends; not null
     * @return the input
     */
    public static ProgramInput of(Path file) {
        return new ProgramInput(() -> Files.newInputStream(file), Map.of());
    }

    /**
     * A stream, which can be read once only: by one command or by one fetch.
     *
     * @param stream read and closed by another thread while the call runs; not null
     * @return the input
     */
    public static ProgramInput once(InputStream stream) {
        AtomicBoolean opened = new AtomicBoolean();
        Source source = () -> {
            if (opened.getAndSet(true)) {
                throw new IOException("The input is a stream and has been read already");
            }
            return stream;
        };
        return new ProgramInput(source, Map.of());
    }

    /**
     * Sets the headers that go with the bytes.
     *
     * @param newHeaders values by name; not null
     * @return a copy with the headers
     */
    public ProgramInput withHeaders(Map<String, List<String>> newHeaders) {
        return new ProgramInput(source, newHeaders);
    }
}
