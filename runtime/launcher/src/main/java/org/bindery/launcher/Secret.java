package org.bindery.launcher;

import java.util.function.Supplier;

/** A value that must not end in a log, a thread dump or the console's configuration printer: only {@link #get} shows it. */
final class Secret implements Supplier<String> {

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    @Override
    public String get() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
