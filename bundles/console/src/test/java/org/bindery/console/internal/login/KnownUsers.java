package org.bindery.console.internal.login;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.Session;

/** Two users: root may do everything, reader nothing. Both have the password {@code secret:word}. */
final class KnownUsers implements AccessService {

    private final Map<String, Session> tokens = new HashMap<>();
    int logins;
    boolean locked;

    @Override
    public IssuedToken login(String login, char[] password) {
        logins++;
        if (locked) {
            throw new ApiException(ApiError.of("TooManyLogins", 429, "Too many wrong passwords"));
        }
        boolean known = Set.of("root", "reader").contains(login) && "secret:word".equals(new String(password));
        if (!known) {
            throw new ApiException(ApiError.of("invalid_grant", 400, "Wrong login or password"));
        }
        Set<String> roles = "root".equals(login) ? Set.of(Session.ROOT) : Set.of();
        Session session = new Session(new SaveUser(1, login, login), roles, List.of("en-US"));
        String token = login + "-" + logins;
        tokens.put(token, session);
        return new IssuedToken(token, Instant.MAX, session);
    }

    @Override
    public Optional<Session> authenticate(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public void logout(String token) {
        tokens.remove(token);
    }
}
