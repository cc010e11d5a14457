package org.bindery.http.internal.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a refused client still sends. Most clients read the answer only after their whole body is out; a connection closed
 * before that is reset, and they never see why they were refused.
 */
public final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private final long mostBytes;
    private final long mostNanos;

    public Leftover(HttpLimits limits) {
        this.mostBytes = limits.max_leftover_bytes();
        this.mostNanos = TimeUnit.MILLISECONDS.toNanos(limits.max_leftover_millis());
    }

    /** Sends the answer written so far, then takes in and forgets the rest of the body, within the limits. */
    public void takeIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.flushBuffer();
        // Such a client waits for leave to send, which reading would give.
        if (request.getHeader("Expect") != null) {
            return;
        }
        try {
            skip(request.getInputStream());
        } catch (IOException gone) {
            LOG.debug("A refused client left while sending", gone);
        }
    }

    private void skip(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long start = System.nanoTime();
        long taken = 0;
        while (taken < mostBytes && System.nanoTime() - start < mostNanos) {
            int read = body.read(buffer);
            if (read < 0) {
                return;
            }
            taken += read;
        }
    }
}
