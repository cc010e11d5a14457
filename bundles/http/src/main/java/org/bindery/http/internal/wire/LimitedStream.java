package org.bindery.http.internal.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bindery.api.error.ApiException;

/** Ends with 413 when more than the limit comes in, also for bodies that do not say their length. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            counted(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return counted(super.read(buffer, offset, length));
    }

    private int counted(int read) {
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new ApiException(Failures.tooLarge(limit));
            }
        }
        return read;
    }
}
