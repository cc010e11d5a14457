package org.bindery.exec.internal;

import java.io.IOException;

/** Takes what a program writes. */
@FunctionalInterface
interface ByteSink {

    void accept(byte[] bytes, int offset, int length) throws IOException;
}
