package org.bindery.hub.internal.access;

import java.util.Optional;
import org.bindery.api.save.SaveUser;

/** Tells who a user id is, for display. Safe for use by many threads; answers from memory when it can. */
public interface UserDirectory {

    /** Finds a user; empty if there is none, or none any more. */
    Optional<SaveUser> user(long id);
}
