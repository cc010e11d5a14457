package org.bindery.hub.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bindery.api.save.SaveUser;

/**
 * Who acts: the result of checking a token. Immutable.
 *
 * @param user the user; never null
 * @param roles names of the user's roles; {@code root} may do everything; never null
 * @param languages languages for people's texts, best first; never null
 */
public record Session(SaveUser user, Set<String> roles, List<String> languages) {

    /** Role that may do everything (fylr right {@code system.root}). */
    public static final String ROOT = "root";

    /** Checks for nulls and takes copies. */
    public Session {
        Objects.requireNonNull(user, "user");
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
    }

    /** @return true if this user may do everything */
    public boolean isRoot() {
        return roles.contains(ROOT);
    }
}
