package org.bindery.hub.internal.access;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bindery.hub.store.DocumentStore.Versioned;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.StaleVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives root its password. {@link #prepare} runs at start and finds out which password is meant, without hashing, which
 * would cost time and memory; {@link #settle} stores its hash before the first login or token check.
 */
final class RootAccount {

    private static final Logger LOG = LoggerFactory.getLogger(RootAccount.class);

    private final Accounts accounts;
    private final Tokens tokens;
    private final PasswordChecks passwords;
    private final RootPasswordFile file;
    private final ReentrantLock settling = new ReentrantLock();
    private volatile boolean prepared;
    private volatile String pending;

    RootAccount(Accounts accounts, Tokens tokens, PasswordChecks passwords, RootPasswordFile file) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.file = file;
    }

    boolean isPrepared() {
        return prepared;
    }

    /** @param given the password an administrator set; it wins over a stored one */
    void prepare(Optional<String> given) {
        boolean hasPassword = accounts.stored(Account.ROOT_ID).isPresent();
        if (given.isPresent()) {
            pending = given.get();
            if (file.remove()) {
                LOG.info("The file {} is removed: root has the password of the settings", file.path());
            }
        } else if (!hasPassword) {
            pending = file.read().orElseGet(this::chosen);
        }
        prepared = true;
    }

    private String chosen() {
        String password = file.create();
        // A warning, because only those are shown on the console.
        LOG.warn("The password of root is in the file {}", file.path());
        return password;
    }

    /** Stores what {@link #prepare} found out. Costs nothing after the first time. */
    void settle() {
        if (pending == null) {
            return;
        }
        settling.lock();
        try {
            if (pending != null) {
                passwords.inSlot(() -> {
                    store(pending);
                    return null;
                });
                pending = null;
            }
        } finally {
            settling.unlock();
        }
    }

    private void store(String password) {
        Optional<Versioned> stored = accounts.stored(Account.ROOT_ID);
        String hash = stored.map(found -> Account.read(found.content()).passwordHash())
                .orElse("");
        char[] characters = password.toCharArray();
        if (!hash.isEmpty() && passwords.fits(characters, hash)) {
            return;
        }
        try {
            accounts.save(
                    Account.root(passwords.hash(characters)),
                    stored.map(Versioned::version).orElse(0L));
        } catch (StaleVersionException | DuplicateValueException e) {
            // Another node with the same settings was faster.
            LOG.info("The password of root is set by another node", e);
            return;
        }
        if (stored.isPresent()) {
            tokens.revokeAllOf(Account.ROOT_ID);
            LOG.warn("The password of root is changed to the one of the settings; all its tokens are revoked");
        }
    }
}
