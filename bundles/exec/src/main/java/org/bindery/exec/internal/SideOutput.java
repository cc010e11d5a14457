package org.bindery.exec.internal;

import java.io.ByteArrayOutputStream;

/** Output that is no result: its beginning is kept, as it may be an API error, and the rest is thrown away. */
final class SideOutput implements ByteSink {

    private static final int KEPT = 64 * 1024;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

    @Override
    public synchronized void accept(byte[] bytes, int offset, int length) {
        beginning.write(bytes, offset, Math.min(length, KEPT - beginning.size()));
    }

    synchronized byte[] beginning() {
        return beginning.toByteArray();
    }
}
