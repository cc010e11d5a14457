package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.bindery.exec.ProgramInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the input to a program's stdin and ends it. */
final class StdinFeed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StdinFeed.class);

    private final ProgramInput.Source source;
    private final OutputStream stdin;
    private final Consumer<IOException> unreadable;

    /** @param unreadable told when the input itself breaks off: half an input must not look like a whole one */
    StdinFeed(ProgramInput.Source source, OutputStream stdin, Consumer<IOException> unreadable) {
        this.source = source;
        this.stdin = stdin;
        this.unreadable = unreadable;
    }

    @Override
    public void run() {
        try (InputStream input = source.open()) {
            feed(input);
        } catch (IOException e) {
            unreadable.accept(e);
        } finally {
            close();
        }
    }

    private void feed(InputStream input) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
            if (!write(buffer, length)) {
                return;
            }
        }
    }

    /** A program may stop reading when it knows enough; its exit code tells whether that was an error. */
    private boolean write(byte[] buffer, int length) {
        try {
            stdin.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            LOG.debug("A program stopped reading its input", e);
            return false;
        }
    }

    private void close() {
        try {
            stdin.close();
        } catch (IOException e) {
            LOG.debug("A program stopped reading its input before the end", e);
        }
    }
}
