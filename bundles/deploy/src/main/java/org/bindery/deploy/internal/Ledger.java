package org.bindery.deploy.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of each file. Written by the deploy thread, read by everybody; every change is a line in the log. */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private volatile List<Entry> published = List.of();

    /** A consistent list for other threads, by file name. */
    List<Entry> published() {
        return published;
    }

    Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    Optional<Entry> get(String file) {
        return Optional.ofNullable(entries.get(file));
    }

    void put(Entry entry, long millis) {
        Entry before = entries.get(entry.file());
        boolean same = before != null && sameOutcome(before, entry);
        entries.put(entry.file(), same ? entry.since(before.since()) : entry);
        published = List.copyOf(entries.values());
        if (!same) {
            log(entry, before == null ? Optional.empty() : before.bundle(), millis);
        }
    }

    void remove(String file, long millis) {
        Entry before = entries.remove(file);
        published = List.copyOf(entries.values());
        if (before != null) {
            String plugin = before.bundle().map(Ledger::name).orElse("nothing");
            LOG.info("{} is gone from the deploy folder; {} ended, {} ms", file, plugin, millis);
        }
    }

    /** A file changed its name only. */
    void rename(Entry from, Entry to) {
        entries.remove(from.file());
        entries.put(to.file(), to);
        published = List.copyOf(entries.values());
        LOG.info(
                "{} is now {}; {} runs on",
                from.file(),
                to.file(),
                to.bundle().map(Ledger::name).orElse("nothing"));
    }

    private static boolean sameOutcome(Entry before, Entry after) {
        return before.state() == after.state()
                && before.reason().equals(after.reason())
                && before.bundle().equals(after.bundle());
    }

    private static void log(Entry entry, Optional<Running> before, long millis) {
        String runs = entry.bundle().map(Ledger::name).orElse("nothing");
        if (entry.state() == State.ACTIVE && entry.bundle().equals(before)) {
            LOG.info("{} runs on; {} holds its content again", runs, entry.file());
        } else if (entry.state() == State.ACTIVE) {
            String instead = before.map(old -> " in place of " + old.version()).orElse("");
            LOG.info("{} runs{}, from {}, {} ms after the change", runs, instead, entry.file(), millis);
        } else if (entry.state() == State.WAITING) {
            LOG.info("{} of {} waits: {}", runs, entry.file(), entry.reason());
        } else {
            String on = entry.bundle().isPresent() ? "; " + runs + " stays" : "";
            LOG.warn("{} is refused{}: {}", entry.file(), on, entry.reason());
        }
    }

    private static String name(Running running) {
        return running.plugin() + " " + running.version();
    }
}
