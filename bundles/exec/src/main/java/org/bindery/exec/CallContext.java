package org.bindery.exec;

import java.util.Objects;

/**
 * Where a call stands: how urgent it is, and in how many other calls. A program may call back into Bindery, which may
 * run programs again while the first one waits. Who serves such a call passes {@link #nested()} of the context the
 * first one ran in. Places are given per depth, so calls in calls cannot block each other. Immutable.
 *
 * @param priority who comes first when places are few; never null
 * @param depth 0 for a call nobody waits for but the client, 1 for a call made by such a program, and so on
 */
public record CallContext(Priority priority, int depth) {

    /** Who comes first when places are few. */
    public enum Priority {
        /** A person waits. */
        INTERACTIVE,
        /** Nobody waits. */
        BACKGROUND
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the depth is negative
     */
    public CallContext {
        Objects.requireNonNull(priority, "priority");
        if (depth < 0) {
            throw new IllegalArgumentException("A call cannot have depth " + depth);
        }
    }

    /**
     * A call a person waits for.
     *
     * @return the context
     */
    public static CallContext interactive() {
        return new CallContext(Priority.INTERACTIVE, 0);
    }

    /**
     * A call nobody waits for.
     *
     * @return the context
     */
    public static CallContext background() {
        return new CallContext(Priority.BACKGROUND, 0);
    }

    /**
     * The context of calls that a program of this call leads to.
     *
     * @return a context one deeper, of the same priority
     */
    public CallContext nested() {
        return new CallContext(priority, depth + 1);
    }
}
