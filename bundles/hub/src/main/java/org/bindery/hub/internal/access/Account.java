package org.bindery.hub.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.Session;

/**
 * A user as stored.
 *
 * @param user id, login and name
 * @param roles names of the roles
 * @param passwordHash text form of the hash; empty if the user has no password yet
 */
record Account(SaveUser user, Set<String> roles, String passwordHash) {

    static final long ROOT_ID = 1;
    static final String ROOT_LOGIN = "root";

    Account {
        roles = Set.copyOf(roles);
    }

    static Account root(String passwordHash) {
        return new Account(new SaveUser(ROOT_ID, ROOT_LOGIN, ROOT_LOGIN), Set.of(Session.ROOT), passwordHash);
    }

    static Account read(ObjectNode json) {
        Set<String> roles = new HashSet<>();
        for (JsonNode role : json.path("roles")) {
            roles.add(role.asText());
        }
        SaveUser user = new SaveUser(
                json.path("_id").asLong(),
                json.path("login").asText(),
                json.path("display_name").asText());
        return new Account(user, roles, json.path("password_hash").asText());
    }

    ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("_id", user.id()).put("login", user.login()).put("display_name", user.displayName());
        roles.stream().sorted().forEach(json.putArray("roles")::add);
        return json.put("password_hash", passwordHash);
    }

    Session session(List<String> languages) {
        return new Session(user, roles, languages);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Account " + user.login();
    }
}
