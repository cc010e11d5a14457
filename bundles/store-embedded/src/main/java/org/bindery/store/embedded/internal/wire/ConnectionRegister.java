package org.bindery.store.embedded.internal.wire;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All open connections by how far they got: silent, greeted (said hello), monitor, client (logged in). When too many
 * have not logged in, a new one takes the place of the oldest, silent ones first: a flood cannot keep a client out,
 * which logs in within milliseconds.
 */
final class ConnectionRegister {

    private final WireLimits limits;
    private final Set<Channel> silent = new LinkedHashSet<>();
    private final Set<Channel> greeted = new LinkedHashSet<>();
    private final Set<Channel> monitors = new HashSet<>();
    private final Set<Channel> clients = new HashSet<>();

    ConnectionRegister(WireLimits limits) {
        this.limits = limits;
    }

    /** Takes a new connection in; the answer is one that has to go for it. */
    synchronized Optional<Channel> arrived(Channel channel) {
        silent.add(channel);
        if (silent.size() + greeted.size() <= limits.unauthenticated()) {
            return Optional.empty();
        }
        return Optional.of(removeOldest(silent.size() > 1 ? silent : greeted));
    }

    synchronized void saidHello(Channel channel) {
        if (silent.remove(channel)) {
            greeted.add(channel);
        }
    }

    /** Keeps a connection that only says hello; false if there is no room for more of them. */
    synchronized boolean becameMonitor(Channel channel) {
        if (monitors.contains(channel)) {
            return true;
        }
        if (!greeted.contains(channel) || monitors.size() >= limits.monitors()) {
            return false;
        }
        greeted.remove(channel);
        return monitors.add(channel);
    }

    /** Notes a login; false if there are too many clients or the connection is gone already. */
    synchronized boolean loggedIn(Channel channel) {
        if (clients.size() >= limits.connections()) {
            return false;
        }
        boolean known = silent.remove(channel) || greeted.remove(channel) || monitors.remove(channel);
        return known && clients.add(channel);
    }

    synchronized void left(Channel channel) {
        silent.remove(channel);
        greeted.remove(channel);
        monitors.remove(channel);
        clients.remove(channel);
    }

    synchronized int size() {
        return silent.size() + greeted.size() + monitors.size() + clients.size();
    }

    synchronized List<Channel> all() {
        List<Channel> all = new ArrayList<>(silent);
        all.addAll(greeted);
        all.addAll(monitors);
        all.addAll(clients);
        return all;
    }

    private static Channel removeOldest(Set<Channel> channels) {
        Iterator<Channel> oldestFirst = channels.iterator();
        Channel oldest = oldestFirst.next();
        oldestFirst.remove();
        return oldest;
    }
}
