package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bindery.hub.internal.memory.MemoryDocumentStore;
import org.bindery.hub.internal.memory.MovableClock;
import org.bindery.hub.store.DocumentKind;
import org.junit.jupiter.api.Test;

/** Covers {@link Accounts} and {@link Account}. */
class AccountsTest {

    private final MemoryDocumentStore store = new MemoryDocumentStore();
    private final MovableClock clock = new MovableClock();
    private final Accounts accounts = new Accounts(store, clock, Duration.ofSeconds(10));

    @Test
    void an_account_comes_back_from_the_store() {
        Account root = Account.root("$hash");
        accounts.save(root, 0);
        assertThat(accounts.byLogin("root")).contains(root);
        assertThat(accounts.byId(1)).contains(root);
        assertThat(accounts.user(1)).contains(root.user());
        assertThat(accounts.byLogin("Root")).isEmpty();
        assertThat(root.toString()).doesNotContain("$hash");
    }

    @Test
    void what_another_node_changed_is_seen_after_a_short_time() {
        accounts.save(Account.root("old"), 0);
        assertThat(accounts.byId(1)).isPresent();
        store.save(DocumentKind.USER, "1", Account.root("new").write(), 1);
        assertThat(accounts.byId(1).orElseThrow().passwordHash()).isEqualTo("old");
        clock.advance(Duration.ofSeconds(10));
        assertThat(accounts.byId(1).orElseThrow().passwordHash()).isEqualTo("new");
    }
}
