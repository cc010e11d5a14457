package org.bindery.launcher;

/** What the process tells its caller; {@code bin/bindery --help} lists the same numbers. */
enum ExitCode {
    STOPPED(0),
    UNEXPECTED(1),
    WRONG_SETTINGS(2),
    HOME_IN_USE(3),
    NOT_READY(4),
    STOP_CUT_SHORT(5),
    DAMAGED_INSTALLATION(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
