package org.bindery.exec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Keeps the first bytes of a response, so that a failure that comes early can still become a proper error. When more
 * follow, the response begins and everything streams through. Closing or flushing does not begin it: what is kept at
 * the end belongs to the caller. For one thread at a time.
 *
 * <pre>{@code
 * HeldBackOutput output = new HeldBackOutput(HeldBackOutput.HELD_BACK, () -> begin(response));
 * write(output);
 * if (!output.begun()) {
 *     answer(output.held());
 * }
 * }</pre>
 */
public final class HeldBackOutput extends OutputStream {

    /** How many bytes are kept by the rules for extensions: 4096. */
    public static final int HELD_BACK = 4096;

    /** Begins the response. */
    @FunctionalInterface
    public interface Beginning {

        /**
         * Begins the response.
         *
         * @return takes all bytes from the first on; not null
         * @throws IOException if the client has gone
         */
        OutputStream begin() throws IOException;
    }

    private final int limit;
    private final Beginning beginning;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private OutputStream begun;

    /**
     * Makes an output that has not begun.
     *
     * @param limit how many bytes are kept; at least 0
     * @param beginning called before the byte after them goes out; not null
     */
    public HeldBackOutput(int limit, Beginning beginning) {
        this.limit = limit;
        this.beginning = Objects.requireNonNull(beginning, "beginning");
    }

    /**
     * Tells whether bytes have gone out.
     *
     * @return true once the response has begun
     */
    public boolean begun() {
        return begun != null;
    }

    /**
     * Gives the bytes that are kept.
     *
     * @return a copy; empty once the response has begun; never null
     */
    public byte[] held() {
        return held.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (begun == null && held.size() + length <= limit) {
            held.write(bytes, offset, length);
            return;
        }
        if (begun == null) {
            begun = beginning.begin();
            held.writeTo(begun);
            held.reset();
        }
        begun.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (begun != null) {
            begun.flush();
        }
    }
}
