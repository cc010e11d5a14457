package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what a program writes to a sink until the end of the pipe, or until the sink takes no more. */
final class Pump implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    private final InputStream from;
    private final ByteSink to;
    private final Consumer<IOException> refused;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean reading;

    /** @param refused told when the sink takes no more */
    Pump(InputStream from, ByteSink to, Consumer<IOException> refused) {
        this.from = from;
        this.to = to;
        this.refused = refused;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[16 * 1024];
        try (from) {
            int length = read(buffer);
            while (length >= 0 && handOn(buffer, length)) {
                length = read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("A pipe ended by its closing", e);
        } finally {
            ended.countDown();
        }
    }

    private int read(byte[] buffer) throws IOException {
        reading = true;
        try {
            return from.read(buffer);
        } finally {
            reading = false;
        }
    }

    private boolean handOn(byte[] buffer, int length) {
        try {
            to.accept(buffer, 0, length);
            return true;
        } catch (IOException e) {
            refused.accept(e);
            return false;
        } catch (RuntimeException e) {
            refused.accept(new IOException("the receiver failed with " + e, e));
            return false;
        }
    }

    boolean awaitEnd(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** @return whether it waits for the program rather than for the sink */
    boolean isReading() {
        return reading;
    }
}
