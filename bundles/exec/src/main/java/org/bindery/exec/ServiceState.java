package org.bindery.exec;

import java.util.Objects;

/**
 * A configured service and whether it can run programs. Immutable.
 *
 * @param name name of the service, such as {@code python3}; never null
 * @param group the waiting group it shares with other services; empty if it is not configured; never null
 * @param places how many programs of the group run at once, per depth of calls
 * @param running how many run now, over all depths
 * @param waiting how many wait now
 * @param available whether calls are accepted
 * @param reason why not, as a sentence with what to do; if available, what the start-up check found, such as a version;
 *     never null
 */
public record ServiceState(
        String name, String group, int places, int running, int waiting, boolean available, String reason) {

    /**
     * Checks for missing parts.
     *
     * @throws NullPointerException if a part is null
     */
    public ServiceState {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reason, "reason");
    }
}
