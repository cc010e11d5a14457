package org.bindery.hub.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.DocumentStore.Versioned;

/** The users, kept in memory for a short time. */
final class Accounts implements UserDirectory {

    private record Snapshot(List<Account> accounts, long until) {}

    private final DocumentStore store;
    private final Clock clock;
    private final Duration timeToLive;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Long.MIN_VALUE);

    /** @param timeToLive how long a change made by another node may go unseen */
    Accounts(DocumentStore store, Clock clock, Duration timeToLive) {
        this.store = store;
        this.clock = clock;
        this.timeToLive = timeToLive;
    }

    Optional<Account> byLogin(String login) {
        return find(account -> account.user().login().equals(login));
    }

    Optional<Account> byId(long id) {
        return find(account -> account.user().id() == id);
    }

    @Override
    public Optional<SaveUser> user(long id) {
        return byId(id).map(Account::user);
    }

    /** Reads one from the store, with its version for a later {@link #save}. */
    Optional<Versioned> stored(long id) {
        return store.find(DocumentKind.USER, Long.toString(id));
    }

    void save(Account account, long expectedVersion) {
        store.save(DocumentKind.USER, Long.toString(account.user().id()), account.write(), expectedVersion);
        snapshot = new Snapshot(List.of(), Long.MIN_VALUE);
    }

    private Optional<Account> find(Predicate<Account> wanted) {
        return current().accounts().stream().filter(wanted).findFirst();
    }

    /** Several threads may load at once; the last one wins, which does no harm. */
    private Snapshot current() {
        Snapshot now = snapshot;
        if (clock.millis() < now.until()) {
            return now;
        }
        List<Account> accounts = store.list(DocumentKind.USER).stream()
                .map(document -> Account.read(document.content()))
                .toList();
        Snapshot loaded = new Snapshot(accounts, clock.millis() + timeToLive.toMillis());
        snapshot = loaded;
        return loaded;
    }
}
