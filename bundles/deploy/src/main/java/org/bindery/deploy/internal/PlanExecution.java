package org.bindery.deploy.internal;

import java.time.Instant;
import java.util.Optional;
import org.bindery.deploy.internal.bundle.CannotRunException;
import org.bindery.deploy.internal.bundle.PluginSwitch;
import org.bindery.deploy.internal.plan.Action;
import org.bindery.deploy.internal.plan.Candidate;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.deploy.internal.plan.Heal;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginCatalogue.State;

/** Does what was planned and notes what came of it. */
final class PlanExecution {

    private final PluginSwitch bundles;
    private final Ledger ledger;
    private final ChangeTimes times;

    PlanExecution(PluginSwitch bundles, Ledger ledger, ChangeTimes times) {
        this.bundles = bundles;
        this.ledger = ledger;
        this.times = times;
    }

    void execute(Action action) {
        if (action instanceof Action.Start start) {
            start(start.candidate());
        } else if (action instanceof Action.Swap swap) {
            swap(swap);
        } else if (action instanceof Action.Refuse refuse) {
            bundles.discard(refuse.candidate().bundle());
            refused(
                    refuse.candidate(),
                    ledger.get(action.file()).flatMap(Entry::bundle),
                    refuse.reason(),
                    refuse.heal());
        } else if (action instanceof Action.Remove remove) {
            ledger.get(remove.file()).flatMap(Entry::bundle).ifPresent(bundles::remove);
            ledger.remove(remove.file(), times.since(remove.file()));
        }
    }

    private void start(Candidate candidate) {
        try {
            bundles.start(candidate.bundle());
            active(candidate);
        } catch (CannotRunException e) {
            cannotStart(candidate, e);
        }
    }

    private void cannotStart(Candidate candidate, CannotRunException e) {
        if (e.heal() == Heal.BY_BUNDLE) {
            put(candidate, Optional.of(candidate.bundle()), State.WAITING, e.getMessage(), Heal.BY_BUNDLE);
        } else {
            bundles.discard(candidate.bundle());
            refused(candidate, Optional.empty(), e.getMessage(), e.heal());
        }
    }

    private void swap(Action.Swap swap) {
        Candidate candidate = swap.candidate();
        if (!bundles.isRunning(swap.old())) {
            // It only waits, or was stopped by hand: nothing to protect.
            bundles.remove(swap.old());
            dropRenamed(swap);
            start(candidate);
            return;
        }
        try {
            bundles.swap(swap.old(), candidate.bundle());
            dropRenamed(swap);
            active(candidate);
        } catch (CannotRunException e) {
            bundles.discard(candidate.bundle());
            dropRenamed(swap);
            refused(candidate, Optional.of(swap.old()), e.getMessage(), e.heal());
        }
    }

    private void dropRenamed(Action.Swap swap) {
        if (!swap.from().equals(swap.file())) {
            ledger.get(swap.from()).ifPresent(from -> ledger.rename(from, from.seenAs(swap.file(), from.print())));
        }
    }

    private void active(Candidate candidate) {
        String file = candidate.file();
        ledger.put(Entry.active(file, candidate.print(), candidate.bundle(), Instant.now()), times.since(file));
    }

    private void refused(Candidate candidate, Optional<Running> stays, String reason, Heal heal) {
        put(candidate, stays, State.REFUSED, reason, heal);
    }

    private void put(Candidate candidate, Optional<Running> bundle, State state, String reason, Heal heal) {
        String plugin = candidate.bundle().plugin();
        String file = candidate.file();
        ledger.put(
                new Entry(file, candidate.print(), plugin, bundle, state, reason, heal, Instant.now()),
                times.since(file));
    }

    /** Starts what waits, and what lost something it needs while it ran, if that has come. */
    void retryWaiting() {
        for (Entry entry : ledger.entries().values()) {
            Running bundle = entry.bundle().orElse(null);
            boolean waits = entry.state() == State.WAITING
                    || bundle != null && entry.state() == State.ACTIVE && bundles.lostItsFeet(bundle);
            if (bundle != null && waits) {
                start(new Candidate(entry.file(), entry.print(), bundle));
            }
        }
    }

    /** Bundles that somebody uninstalled by hand are not brought back before their file is copied again. */
    void noteLost() {
        for (Entry entry : ledger.entries().values()) {
            if (entry.bundle().isPresent()
                    && !bundles.isInstalled(entry.bundle().get())) {
                String reason = "Somebody uninstalled its bundle. Copy the file again to have it back.";
                ledger.put(
                        new Entry(
                                entry.file(),
                                entry.print(),
                                entry.plugin(),
                                Optional.empty(),
                                State.REFUSED,
                                reason,
                                Heal.BY_FILE,
                                Instant.now()),
                        0);
            }
        }
    }
}
