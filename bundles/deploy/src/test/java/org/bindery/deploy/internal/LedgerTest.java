package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.deploy.internal.plan.Heal;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Fingerprint PRINT = new Fingerprint(1, FileTime.fromMillis(1), "");
    private static final Running SHELF = new Running(7, "shelf", "1.0.0", "hash");

    private final Ledger ledger = new Ledger();

    @Test
    void what_is_put_is_published_in_the_order_of_file_names() {
        ledger.put(Entry.active("b.jar", PRINT, SHELF, Instant.EPOCH), 0);
        ledger.put(refused("a.jar", "why", Instant.EPOCH), 0);

        assertThat(ledger.published()).extracting(Entry::file).containsExactly("a.jar", "b.jar");
    }

    @Test
    void the_same_outcome_again_keeps_its_time() {
        ledger.put(refused("a.jar", "why", Instant.EPOCH), 0);
        ledger.put(refused("a.jar", "why", Instant.EPOCH.plusSeconds(9)), 0);
        assertThat(ledger.get("a.jar").orElseThrow().since()).isEqualTo(Instant.EPOCH);

        ledger.put(refused("a.jar", "other", Instant.EPOCH.plusSeconds(9)), 0);
        assertThat(ledger.get("a.jar").orElseThrow().since()).isEqualTo(Instant.EPOCH.plusSeconds(9));
    }

    @Test
    void a_rename_moves_the_entry() {
        Entry entry = Entry.active("a.jar", PRINT, SHELF, Instant.EPOCH);
        ledger.put(entry, 0);
        ledger.rename(entry, entry.seenAs("b.jar", PRINT));

        assertThat(ledger.entries()).containsOnlyKeys("b.jar");
    }

    @Test
    void a_removed_entry_is_gone() {
        ledger.put(refused("a.jar", "why", Instant.EPOCH), 0);
        ledger.remove("a.jar", 0);

        assertThat(ledger.published()).isEmpty();
    }

    private static Entry refused(String file, String reason, Instant since) {
        return new Entry(file, PRINT, "", Optional.empty(), State.REFUSED, reason, Heal.BY_FILE, since);
    }
}
