package org.bindery.deploy.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.deploy.internal.folder.FolderScan;
import org.bindery.deploy.internal.folder.Settling;
import org.bindery.deploy.internal.folder.Sighting;
import org.bindery.deploy.internal.plan.Candidate;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.deploy.internal.plan.Planner;

/** One look at the folder and all that follows from it: what rests is opened, planned and done. */
final class DeployPass {

    private final FolderScan scan;
    private final Settling settling;
    private final Examination examination;
    private final Planner planner;
    private final PlanExecution execution;
    private final Ledger ledger;
    private final ChangeTimes times;

    DeployPass(
            FolderScan scan,
            Settling settling,
            Examination examination,
            Planner planner,
            PlanExecution execution,
            Ledger ledger,
            ChangeTimes times) {
        this.scan = scan;
        this.settling = settling;
        this.examination = examination;
        this.planner = planner;
        this.execution = execution;
        this.ledger = ledger;
        this.times = times;
    }

    /**
     * Looks and acts.
     *
     * @param bundlesChanged true if bundles came since the last pass, so that what lacked one is tried again
     * @return when to look again although nothing happens; empty if only an event can bring news
     */
    Optional<Duration> run(boolean bundlesChanged) throws IOException {
        execution.noteLost();
        SortedMap<String, Sighting> folder = scan.look();
        Map<String, Entry> known = ledger.entries();
        Settling.Look look = settling.look(folder, known.keySet(), Instant.now(), System.nanoTime());
        Set<String> changed = changed(folder, known);
        times.keepOnly(changed);
        times.note(changed, System.nanoTime());
        examination.forget(look.absent());

        List<Candidate> candidates = candidates(folder, known, look, bundlesChanged);
        planner.plan(candidates, stillKnown(look.absent()), stillKnown(look.gone()), ledger.entries())
                .forEach(execution::execute);
        execution.retryWaiting();
        times.keepOnly(changed(folder, ledger.entries()));
        return nextLook(look);
    }

    /** Without those that turned out to be renamed. */
    private Set<String> stillKnown(Set<String> files) {
        Set<String> known = new HashSet<>(files);
        known.retainAll(ledger.entries().keySet());
        return known;
    }

    private List<Candidate> candidates(
            SortedMap<String, Sighting> folder, Map<String, Entry> known, Settling.Look look, boolean bundlesChanged) {
        Map<String, Fingerprint> resting = new TreeMap<>();
        look.resting().forEach(file -> resting.put(file, folder.get(file).print()));
        List<Candidate> candidates = new ArrayList<>();
        Set<String> files = Planner.toExamine(resting, known, look.absent(), bundlesChanged);
        files.stream()
                .sorted()
                .forEach(file ->
                        examination.examine(folder.get(file), look.absent()).ifPresent(candidates::add));
        return candidates;
    }

    /** Files whose present content, or absence, has had no outcome yet. */
    private static Set<String> changed(SortedMap<String, Sighting> folder, Map<String, Entry> known) {
        Set<String> changed = new HashSet<>(known.keySet());
        changed.removeAll(folder.keySet());
        folder.forEach((file, sighting) -> {
            Entry entry = known.get(file);
            if (entry == null || !entry.print().equals(sighting.print())) {
                changed.add(file);
            }
        });
        return changed;
    }

    private Optional<Duration> nextLook(Settling.Look look) {
        Optional<Duration> growing = examination.next(System.nanoTime());
        if (look.next().isZero()) {
            return growing;
        }
        return Optional.of(growing.filter(d -> d.compareTo(look.next()) < 0).orElse(look.next()));
    }
}
