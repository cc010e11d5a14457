package org.bindery.hub.internal.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.api.save.PreSaveStep;
import org.bindery.hub.internal.pipeline.ChainPlan.Offer;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;
import org.bindery.hub.internal.pipeline.ChainPlan.Refusal;
import org.bindery.hub.internal.pipeline.ChainSnapshot.ChainStep;
import org.bindery.hub.internal.pipeline.StepWatch.TimedStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the offered steps and keeps the current snapshot of the chain. Every change builds a new snapshot before the
 * call returns, so that a step counts from the moment its service is there. Plugin code never runs under the lock.
 */
final class StepRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(StepRegistry.class);

    /** A step service; the handle is null while the service object cannot be had. */
    private record Entry(
            PluginInfo plugin, Map<String, Object> properties, StepHandle.Source source, StepHandle handle) {}

    private final Map<Long, Entry> entries = new HashMap<>();
    private final Set<ChainSnapshot> draining = new HashSet<>();
    private final AtomicInteger hung = new AtomicInteger();
    private PipelineSettings settings;
    private Set<Refusal> knownRefusals = Set.of();
    private volatile ChainSnapshot current;

    StepRegistry(PipelineSettings settings) {
        this.settings = settings;
        this.current = build();
    }

    /** @return saves that hang in a step although nobody waits for them any more */
    int hung() {
        return hung.get();
    }

    ChainSnapshot current() {
        return current;
    }

    /** @return the current snapshot, entered; the caller leaves it */
    ChainSnapshot enter() {
        ChainSnapshot snapshot = current;
        while (!snapshot.enter()) {
            Thread.onSpinWait();
            snapshot = current;
        }
        return snapshot;
    }

    /** A step service came. */
    void add(long serviceId, PluginInfo plugin, Map<String, Object> properties, StepHandle.Source source) {
        synchronized (this) {
            entries.put(serviceId, new Entry(plugin, properties, source, null));
        }
        rebuild();
    }

    /** The properties of a step service changed. */
    void change(long serviceId, Map<String, Object> properties) {
        synchronized (this) {
            entries.computeIfPresent(
                    serviceId, (id, old) -> new Entry(old.plugin(), properties, old.source(), old.handle()));
        }
        rebuild();
    }

    /**
     * A step service goes. Returns when no awaited save uses it any more, or the time is up.
     *
     * @param serviceId its id
     */
    void remove(long serviceId) {
        Entry gone;
        Duration limit;
        synchronized (this) {
            gone = entries.remove(serviceId);
            limit = settings.limits().drain();
        }
        rebuild();
        if (gone != null && gone.handle() != null) {
            letGo(gone, limit);
        }
    }

    /** The settings changed. */
    void configure(PipelineSettings newSettings) {
        synchronized (this) {
            settings = newSettings;
        }
        newSettings.notices().forEach(LOG::warn);
        rebuild();
    }

    /** Takes all steps out, and waits for running saves as for one step that goes. */
    void close() {
        List<Entry> gone;
        Duration limit;
        synchronized (this) {
            gone = List.copyOf(entries.values());
            limit = settings.limits().drain();
            entries.clear();
        }
        rebuild();
        gone.stream().filter(entry -> entry.handle() != null).forEach(entry -> letGo(entry, limit));
    }

    private void letGo(Entry gone, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (ChainSnapshot snapshot : usersOf(gone)) {
            if (!snapshot.awaitQuiet(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                LOG.warn(
                        "Plugin {} loses a step while saves still run in it after {} ms",
                        gone.plugin().name(),
                        limit.toMillis());
            }
            // Waited for once: a save that hangs must not hold up each step of a plugin anew.
            forget(snapshot);
        }
        gone.handle().release();
    }

    private synchronized List<ChainSnapshot> usersOf(Entry gone) {
        return draining.stream().filter(snapshot -> uses(snapshot, gone)).toList();
    }

    private synchronized void forget(ChainSnapshot snapshot) {
        draining.remove(snapshot);
    }

    private static boolean uses(ChainSnapshot snapshot, Entry entry) {
        return snapshot.steps().stream().anyMatch(step -> step.handle() == entry.handle());
    }

    private void rebuild() {
        openMissing();
        ChainSnapshot old;
        synchronized (this) {
            old = current;
            current = build();
            draining.removeIf(ChainSnapshot::isQuiet);
            draining.add(old);
            logChange(old.plan(), current.plan());
        }
        old.retire();
    }

    /** Tries again where a component gave no service object: the reason may be gone. */
    private void openMissing() {
        Map<Long, Entry> missing = new HashMap<>();
        synchronized (this) {
            entries.forEach((id, entry) -> {
                if (entry.handle() == null) {
                    missing.put(id, entry);
                }
            });
        }
        missing.forEach((id, entry) -> replace(id, entry, opened(entry)));
    }

    private void replace(long serviceId, Entry before, Entry after) {
        boolean replaced;
        synchronized (this) {
            replaced = entries.replace(serviceId, before, after);
        }
        if (!replaced && after.handle() != null) {
            after.handle().release();
        }
    }

    private ChainSnapshot build() {
        List<Offer> offers = new ArrayList<>();
        entries.forEach((id, entry) -> offers.add(new Offer(
                id,
                entry.plugin(),
                entry.properties(),
                entry.handle() == null
                        ? "Its component gives no service object; the log says why it could not be activated."
                        : "")));
        ChainPlan plan = ChainPlanner.plan(offers, settings);
        return new ChainSnapshot(plan, plan.steps().stream().map(this::ready).toList(), hung);
    }

    private ChainStep ready(Place place) {
        StepHandle handle = entries.get(place.offer().serviceId()).handle();
        StepFigures figures = handle.figures();
        Link call = new AttributedLink(place.identity(), new CallLink(place.declaration(), handle.step()));
        TimedStep timed = new TimedStep(place.identity(), place.budgetMillis(), figures);
        return new ChainStep(place, handle, new BudgetedLink(timed, new MeasuredLink(figures, call)));
    }

    private static Entry opened(Entry entry) {
        PreSaveStep step = entry.source().open();
        return step == null
                ? entry
                : new Entry(entry.plugin(), entry.properties(), entry.source(), new StepHandle(entry.source(), step));
    }

    private void logChange(ChainPlan before, ChainPlan after) {
        List<StepIdentity> steps = after.steps().stream().map(Place::identity).toList();
        if (!steps.equals(before.steps().stream().map(Place::identity).toList())) {
            LOG.info("Pre-save chain: {}", steps.isEmpty() ? "no steps" : steps);
        }
        Set<Refusal> refusals = Set.copyOf(after.refused());
        for (Refusal refusal : refusals) {
            if (!knownRefusals.contains(refusal)) {
                LOG.warn("The {} does not run: {}", refusal.step(), refusal.reason());
            }
        }
        knownRefusals = refusals;
    }
}
