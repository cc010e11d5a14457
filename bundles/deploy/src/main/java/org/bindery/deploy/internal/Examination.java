package org.bindery.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.deploy.internal.bundle.PluginSwitch;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.deploy.internal.folder.JarCheck;
import org.bindery.deploy.internal.folder.JarCheck.BadJarException;
import org.bindery.deploy.internal.folder.Sighting;
import org.bindery.deploy.internal.folder.Staging;
import org.bindery.deploy.internal.plan.Candidate;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.deploy.internal.plan.Heal;
import org.bindery.deploy.internal.plan.Planner;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.osgi.framework.BundleException;

/** Opens files: copies them aside, checks them, and installs what is a plugin beside whatever runs. */
final class Examination {

    /** A jar that cannot be read to its end, but may still be growing. */
    private record Growing(Fingerprint print, long sinceNanos) {}

    private final Staging staging;
    private final JarCheck check;
    private final PluginSwitch bundles;
    private final Ledger ledger;
    private final Duration patience;
    private final Map<String, Growing> growing = new HashMap<>();

    Examination(Staging staging, JarCheck check, PluginSwitch bundles, Ledger ledger, Duration patience) {
        this.staging = staging;
        this.check = check;
        this.bundles = bundles;
        this.ledger = ledger;
        this.patience = patience;
    }

    /** How long until a jar that did not grow on must be looked at again; empty if there is none. */
    Optional<Duration> next(long nanos) {
        return growing.values().stream()
                .map(jar -> Duration.ofNanos(Math.max(0, jar.sinceNanos + patience.toNanos() - nanos)))
                .min(Duration::compareTo);
    }

    void forget(Set<String> absent) {
        growing.keySet().removeAll(absent);
    }

    /** Empty if there is nothing to plan: refused, unchanged, renamed, or not complete yet. */
    Optional<Candidate> examine(Sighting sighting, Set<String> absent) {
        if (sighting.refused()) {
            refuse(sighting, sighting.refusal());
            return Optional.empty();
        }
        try (Staging.Copy copy = staging.copy(sighting.path())) {
            if (changedMeanwhile(sighting) || isKnown(sighting, copy.hash(), absent)) {
                return Optional.empty();
            }
            check.check(copy.path());
            growing.remove(sighting.file());
            Running installed = bundles.install(sighting.file(), copy.path(), copy.hash());
            return Optional.of(new Candidate(sighting.file(), sighting.print(), installed));
        } catch (BadJarException e) {
            refuseUnlessGrowing(sighting, e.getMessage());
        } catch (NoSuchFileException e) {
            growing.remove(sighting.file());
        } catch (BundleException e) {
            refuse(sighting, "The framework does not take it: " + e.getMessage() + ". Build the jar again.");
        } catch (IOException e) {
            refuse(sighting, "It cannot be read (" + e.getMessage() + "). Check its permissions and the disk.");
        }
        return Optional.empty();
    }

    private static boolean changedMeanwhile(Sighting sighting) throws IOException {
        boolean same = Files.size(sighting.path()) == sighting.print().size()
                && Files.getLastModifiedTime(sighting.path())
                        .equals(sighting.print().modified());
        return !same;
    }

    /** Content that runs or waits already, here or under a name that has vanished, is taken over as it is. */
    private boolean isKnown(Sighting sighting, String hash, Set<String> absent) {
        Optional<Entry> own = ledger.get(sighting.file());
        if (own.flatMap(Entry::bundle).map(b -> b.hash().equals(hash)).orElse(false)) {
            growing.remove(sighting.file());
            ledger.put(backToOwn(own.orElseThrow(), sighting.print()), 0);
            return true;
        }
        Optional<Entry> from = Planner.renamedFrom(hash, ledger.entries(), absent);
        if (own.isPresent() || from.isEmpty()) {
            return false;
        }
        ledger.rename(from.get(), from.get().seenAs(sighting.file(), sighting.print()));
        return true;
    }

    /** The file holds again what runs: a refusal in between is forgotten. */
    private Entry backToOwn(Entry own, Fingerprint print) {
        Running running = own.bundle().orElseThrow();
        return own.state() == State.REFUSED && bundles.isRunning(running)
                ? Entry.active(own.file(), print, running, Instant.now())
                : own.seenAs(own.file(), print);
    }

    private void refuseUnlessGrowing(Sighting sighting, String reason) {
        long now = System.nanoTime();
        Growing last = growing.get(sighting.file());
        if (last == null || !last.print.equals(sighting.print())) {
            last = new Growing(sighting.print(), now);
            growing.put(sighting.file(), last);
        }
        boolean rests = now - last.sinceNanos >= patience.toNanos()
                || sighting.print()
                        .modified()
                        .toInstant()
                        .isBefore(Instant.now().minus(patience));
        if (rests) {
            refuse(sighting, reason);
        }
    }

    private void refuse(Sighting sighting, String reason) {
        growing.remove(sighting.file());
        Optional<Entry> own = ledger.get(sighting.file());
        String plugin = own.map(Entry::plugin).orElse("");
        Optional<Running> bundle = own.flatMap(Entry::bundle);
        ledger.put(
                new Entry(
                        sighting.file(),
                        sighting.print(),
                        plugin,
                        bundle,
                        State.REFUSED,
                        reason,
                        Heal.BY_FILE,
                        Instant.now()),
                0);
    }
}
