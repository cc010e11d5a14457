package org.bindery.exec.internal;

import java.io.InputStream;
import java.io.OutputStream;

/** A program that runs. */
interface RunningProgram {

    OutputStream stdin();

    InputStream stdout();

    InputStream stderr();

    /** @return whether it ended within the time */
    boolean awaitExit(long nanos) throws InterruptedException;

    /** @return the exit code of a program that has ended */
    int exitCode();

    ProcessTree tree();
}
