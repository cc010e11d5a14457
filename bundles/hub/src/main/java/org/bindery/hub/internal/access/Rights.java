package org.bindery.hub.internal.access;

import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.access.Session;

/** The one place that decides who may do what. Only root has rights so far; everybody else is refused. */
public final class Rights {

    private static final String ROOT_RIGHT = "system.root";

    private Rights() {}

    /**
     * Refuses all but root.
     *
     * @throws ApiException 403 {@code SystemRightRequired}
     */
    public static void requireRoot(Session session) {
        if (!session.isRoot()) {
            throw new ApiException(ApiError.of("SystemRightRequired", 403, "This needs the right " + ROOT_RIGHT)
                    .parameter("right", ROOT_RIGHT)
                    .parameter("login", session.user().login()));
        }
    }

    /**
     * Refuses who may not read or write objects of an objecttype.
     *
     * @throws ApiException 403 {@code InsufficientRights}
     */
    public static void requireObjects(Session session, String objecttype) {
        if (!session.isRoot()) {
            throw new ApiException(
                    ApiError.of("InsufficientRights", 403, "You have no right on objects of this objecttype")
                            .parameter("objecttype", objecttype)
                            .parameter("login", session.user().login()));
        }
    }
}
