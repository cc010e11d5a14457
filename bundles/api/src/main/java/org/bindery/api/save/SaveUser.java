package org.bindery.api.save;

import java.util.Objects;

/**
 * The user on whose behalf a save runs.
 *
 * @param id numeric id, greater than 0
 * @param login login name, for example {@code root}; never null
 * @param displayName name for people; never null
 */
public record SaveUser(long id, String login, String displayName) {

    /** Checks for nulls. */
    public SaveUser {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(displayName, "displayName");
    }
}
