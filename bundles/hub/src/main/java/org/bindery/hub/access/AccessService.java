package org.bindery.hub.access;

import java.time.Instant;
import java.util.Optional;

/** Logs users in and checks tokens. Safe for use by many threads. */
public interface AccessService {

    /**
     * A token as it is handed out, once.
     *
     * @param token the opaque token
     * @param expiresAt when it ends
     * @param session who it stands for
     */
    record IssuedToken(String token, Instant expiresAt, Session session) {}

    /**
     * Logs a user in by password.
     *
     * @param login the login
     * @param password the password; the caller clears the array
     * @return a new token
     * @throws org.bindery.api.error.ApiException 400 {@code invalid_grant} for a wrong login or password (the same
     *     answer for both), 429 {@code TooManyLogins} after repeated failures
     */
    IssuedToken login(String login, char[] password);

    /**
     * Checks a token.
     *
     * @param token the token as the client sent it
     * @return who it stands for; empty if it is unknown, expired or revoked
     */
    Optional<Session> authenticate(String token);

    /**
     * Revokes a token; does nothing if it is unknown.
     *
     * @param token the token
     */
    void logout(String token);
}
