package org.bindery.deploy.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.hub.plugin.PluginCatalogue.State;

/** Decides what to do; does nothing itself. */
public final class Planner {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** Symbolic names of Bindery's own bundles. */
    private final Set<String> ownNames;

    /** @param ownNames symbolic names no plugin may take */
    public Planner(Set<String> ownNames) {
        this.ownNames = Set.copyOf(ownNames);
    }

    /**
     * Tells which resting files must be opened.
     *
     * @param resting files with their content
     * @param ledger what is known
     * @param absent files that are not there now
     * @param bundlesChanged true if other bundles came since the last time
     * @return names of files
     */
    public static Set<String> toExamine(
            Map<String, Fingerprint> resting, Map<String, Entry> ledger, Set<String> absent, boolean bundlesChanged) {
        Set<String> files = new HashSet<>();
        resting.forEach((file, print) -> {
            Entry entry = ledger.get(file);
            if (entry == null || !entry.print().equals(print) || mayHeal(entry, ledger, absent, bundlesChanged)) {
                files.add(file);
            }
        });
        return files;
    }

    private static boolean mayHeal(Entry entry, Map<String, Entry> ledger, Set<String> absent, boolean bundlesChanged) {
        return switch (entry.heal()) {
            case BY_FILE -> false;
            // A bundle that waits is retried as it is; only content that was turned away is installed anew.
            case BY_BUNDLE -> bundlesChanged && !waits(entry);
            case BY_NAME -> holder(entry.plugin(), entry.file(), ledger, absent).isEmpty();
        };
    }

    private static boolean waits(Entry entry) {
        return entry.state() == State.WAITING;
    }

    /**
     * Finds a vanished file that held the same content, so that a rename moves no bundle.
     *
     * @param hash the content
     * @return its entry
     */
    public static Optional<Entry> renamedFrom(String hash, Map<String, Entry> ledger, Set<String> absent) {
        return absent.stream()
                .sorted()
                .map(ledger::get)
                .filter(entry -> entry != null
                        && entry.bundle().map(b -> b.hash().equals(hash)).orElse(false))
                .findFirst();
    }

    /**
     * Plans the next steps.
     *
     * @param candidates new content, by file name
     * @param absent files that are not there now; what they brought may be taken over
     * @param gone those of them that vanished for good
     * @param ledger what is known
     * @return what to do, in order
     */
    public List<Action> plan(
            Collection<Candidate> candidates, Set<String> absent, Set<String> gone, Map<String, Entry> ledger) {
        List<Action> actions = new ArrayList<>();
        Set<String> free = new HashSet<>(absent);
        Map<String, String> claims = new HashMap<>();
        for (Candidate candidate : candidates) {
            String plugin = candidate.bundle().plugin();
            Optional<String> holder = Optional.ofNullable(claims.get(plugin))
                    .or(() -> holder(plugin, candidate.file(), ledger, absent).map(Entry::file));
            String wrong = wrongName(plugin).orElse("");
            if (!wrong.isEmpty()) {
                actions.add(new Action.Refuse(candidate, wrong, Heal.BY_FILE));
            } else if (holder.isPresent()) {
                actions.add(new Action.Refuse(candidate, duplicate(plugin, holder.get()), Heal.BY_NAME));
            } else {
                claims.put(plugin, candidate.file());
                place(candidate, ledger, free, actions);
            }
        }
        free.stream().filter(gone::contains).sorted().forEach(file -> actions.add(new Action.Remove(file)));
        return actions;
    }

    private static void place(Candidate candidate, Map<String, Entry> ledger, Set<String> free, List<Action> actions) {
        String plugin = candidate.bundle().plugin();
        Entry own = ledger.get(candidate.file());
        if (own != null && own.bundle().isPresent() && !own.holds(plugin)) {
            actions.add(new Action.Remove(candidate.file()));
        }
        Optional<Entry> old = own != null && own.holds(plugin)
                ? Optional.of(own)
                : free.stream()
                        .sorted()
                        .map(ledger::get)
                        .filter(e -> e != null && e.holds(plugin))
                        .findFirst();
        if (old.isPresent()) {
            free.remove(old.get().file());
            actions.add(new Action.Swap(
                    candidate, old.get().file(), old.get().bundle().orElseThrow()));
        } else {
            actions.add(new Action.Start(candidate));
        }
    }

    /** The other file that holds the plugin now and stays. */
    private static Optional<Entry> holder(
            String plugin, String exceptFile, Map<String, Entry> ledger, Set<String> absent) {
        return ledger.values().stream()
                .filter(entry -> entry.holds(plugin))
                .filter(entry -> !entry.file().equals(exceptFile) && !absent.contains(entry.file()))
                .findFirst();
    }

    private Optional<String> wrongName(String plugin) {
        if (ownNames.contains(plugin)) {
            return Optional.of("'" + plugin + "' is the name of one of Bindery's own bundles."
                    + " Give the plugin another name, or remove the file.");
        }
        return NAME.matcher(plugin).matches()
                ? Optional.empty()
                : Optional.of("'" + plugin + "' cannot be a plugin's name, as it stands in URLs."
                        + " Use letters, digits, dot, minus and underscore.");
    }

    private static String duplicate(String plugin, String holder) {
        return "Plugin '" + plugin + "' already comes from " + holder + ". Remove one of the two files.";
    }
}
