package org.bindery.exec.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** stderr of a program: its lines go to a listener up to a limit, its end is kept. Bytes that are no UTF-8 become �. */
final class StderrTail implements ByteSink {

    private static final Logger LOG = LoggerFactory.getLogger(StderrTail.class);

    /** How much is kept and told. */
    record Limits(int tailBytes, long logBytes, int lineBytes) {}

    private final Limits limits;
    private final Consumer<String> listener;
    private final byte[] ring;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long seen;
    private boolean silent;

    StderrTail(Limits limits, Consumer<String> listener) {
        this.limits = limits;
        this.listener = listener;
        this.ring = new byte[limits.tailBytes()];
    }

    @Override
    public synchronized void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (ring.length > 0) {
                ring[(int) (seen % ring.length)] = b;
            }
            seen++;
            tell(b);
        }
    }

    private void tell(byte b) {
        if (silent) {
            return;
        }
        if (b == '\n' || line.size() >= limits.lineBytes()) {
            endLine();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
        if (seen >= limits.logBytes()) {
            silent = true;
            line.reset();
            tellListener("(more than " + limits.logBytes() + " bytes of stderr; the rest is not logged)");
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        tellListener(text);
    }

    /** A listener that fails must not stop the reading: the program would wait for ever. */
    private void tellListener(String text) {
        try {
            listener.accept(text);
        } catch (RuntimeException e) {
            silent = true;
            LOG.warn("stderr of a program is not logged any more: its listener failed", e);
        }
    }

    /** Tells the last line if it did not end. */
    synchronized void end() {
        if (line.size() > 0) {
            endLine();
        }
    }

    synchronized String tail() {
        int length = (int) Math.min(seen, ring.length);
        byte[] tail = new byte[length];
        for (int i = 0; i < length; i++) {
            tail[i] = ring[(int) ((seen - length + i) % ring.length)];
        }
        return new String(tail, StandardCharsets.UTF_8);
    }
}
