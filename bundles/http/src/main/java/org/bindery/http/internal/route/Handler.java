package org.bindery.http.internal.route;

import java.io.IOException;

/** Answers the calls of one route; called by many threads at once. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a call.
     *
     * @param call the call; its caller has passed the route's access check
     * @return the answer
     * @throws IOException if the client is gone
     */
    Answer answer(Call call) throws IOException;
}
