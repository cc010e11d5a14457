package org.bindery.deploy.internal.bundle;

import org.bindery.deploy.internal.plan.Heal;

/** A plugin that does not come to run; the message says why and what to do. */
public final class CannotRunException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Heal heal;

    CannotRunException(String message, Heal heal) {
        super(message);
        this.heal = heal;
    }

    CannotRunException(String message, Throwable cause) {
        super(message, cause);
        this.heal = Heal.BY_FILE;
    }

    /** @return what can change it */
    public Heal heal() {
        return heal;
    }
}
