package org.bindery.hub.store;

import java.time.Instant;
import java.util.Optional;

/** Keeps access tokens by their hash; expired ones are swept. Safe for use by many threads. */
public interface TokenStore {

    /**
     * A token.
     *
     * @param hash hex SHA-256 of the token; the token itself is never stored
     * @param userId whose token it is
     * @param issuedAt when it was made
     * @param expiresAt when it ends
     */
    record StoredToken(String hash, long userId, Instant issuedAt, Instant expiresAt) {}

    /**
     * Keeps a token.
     *
     * @param token the token
     */
    void save(StoredToken token);

    /**
     * Finds a token that has not expired.
     *
     * @param hash hex SHA-256 of the token
     * @return the token, or empty
     */
    Optional<StoredToken> find(String hash);

    /**
     * Revokes a token, if it is there.
     *
     * @param hash hex SHA-256 of the token
     */
    void delete(String hash);

    /**
     * Revokes all tokens of a user.
     *
     * @param userId the user
     */
    void deleteAllOf(long userId);
}
