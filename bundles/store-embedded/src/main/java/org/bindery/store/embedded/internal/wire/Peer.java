package org.bindery.store.embedded.internal.wire;

import io.netty.channel.Channel;
import java.util.Optional;

/**
 * What the server knows of one connection. Commands of a connection run one after another, so only the marks that
 * other threads read are volatile.
 */
final class Peer {

    private final Channel channel;
    private ScramConversation login;
    private boolean emptyExchange;
    private volatile boolean authenticated;
    private volatile long lastHello;
    private volatile boolean greeted;

    Peer(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    void begin(ScramConversation conversation, boolean skipEmptyExchange) {
        login = conversation;
        emptyExchange = !skipEmptyExchange;
    }

    /** The login in progress; asking for it ends it, so that it is tried once. */
    Optional<ScramConversation> takeLogin() {
        Optional<ScramConversation> current = Optional.ofNullable(login);
        login = null;
        return current;
    }

    void loggedIn() {
        authenticated = true;
    }

    /** Whether the client ends its login with an empty message more; true once. */
    boolean takeEmptyExchange() {
        if (!authenticated || !emptyExchange) {
            return false;
        }
        emptyExchange = false;
        return true;
    }

    boolean wantsEmptyExchange() {
        return emptyExchange;
    }

    boolean authenticated() {
        return authenticated;
    }

    void saidHello(long nanos) {
        lastHello = nanos;
        greeted = true;
    }

    boolean greeted() {
        return greeted;
    }

    long lastHello() {
        return lastHello;
    }
}
