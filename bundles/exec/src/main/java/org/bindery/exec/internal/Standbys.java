package org.bindery.exec.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interpreters that wait. The first call of a kind starts none: when a second one comes, more will. Each serves one call
 * and is replaced. None holds code of a plugin, so an update needs nothing here.
 */
final class Standbys {

    /**
     * @param each how many wait for each kind
     * @param all how many wait in all
     * @param idle how long one waits before it is ended
     * @param start how long one may take to start
     * @param retry how long a kind that does not start is left alone
     */
    record Limits(int each, int all, Duration idle, Duration start, Duration retry) {

        boolean none() {
            return each < 1 || all < 1;
        }
    }

    private static final int MOST_KINDS = 64;
    private static final Logger LOG = LoggerFactory.getLogger(Standbys.class);

    private final Launcher cold;
    private final StandbyFiles files;
    private final RunnerThreads threads;
    private final Limits limits;
    private final Deque<Standby> waiting = new ArrayDeque<>();
    private final Map<Standby.Kind, Integer> starting = new HashMap<>();
    private final Map<Standby.Kind, Deadline> failed = new HashMap<>();
    private final Map<Standby.Kind, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Standby.Kind, Boolean> eldest) {
            return size() > MOST_KINDS;
        }
    };
    private boolean sweeps;
    private boolean stopped;

    Standbys(Launcher cold, ScratchFolder scratch, RunnerThreads threads, Limits limits) {
        this.cold = cold;
        this.files = new StandbyFiles(scratch);
        this.threads = threads;
        this.limits = limits;
    }

    /** @return an interpreter that fits, if one waits; others are started in its place */
    Optional<Standby> take(Standby.Kind kind) {
        Optional<Standby> taken = takeWaiting(kind);
        if (isKnown(kind)) {
            refill(kind);
        }
        return taken;
    }

    /** A kind with a variable that differs in each call never comes again. */
    private synchronized boolean isKnown(Standby.Kind kind) {
        return !limits.none() && known.put(kind, true) != null;
    }

    private synchronized Optional<Standby> takeWaiting(Standby.Kind kind) {
        Iterator<Standby> candidates = waiting.iterator();
        while (candidates.hasNext()) {
            Standby standby = candidates.next();
            if (standby.kind().equals(kind)) {
                candidates.remove();
                if (standby.program().tree().isAlive()) {
                    return Optional.of(standby);
                }
            }
        }
        return Optional.empty();
    }

    private void refill(Standby.Kind kind) {
        try {
            while (reserve(kind)) {
                threads.execute(() -> start(kind));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("No interpreter is started in advance any more: the runner stops", e);
        }
    }

    private synchronized boolean reserve(Standby.Kind kind) {
        Deadline pause = failed.get(kind);
        if (stopped || pause != null && !pause.passed()) {
            return false;
        }
        long own = waiting.stream().filter(one -> one.kind().equals(kind)).count();
        if (own + starting.getOrDefault(kind, 0) >= limits.each()) {
            return false;
        }
        if (waiting.size() + startingNow() >= limits.all() && !evictOther(kind)) {
            return false;
        }
        starting.merge(kind, 1, Integer::sum);
        return true;
    }

    private int startingNow() {
        return starting.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The one that has waited longest for another kind makes room. */
    private boolean evictOther(Standby.Kind kind) {
        Optional<Standby> other =
                waiting.stream().filter(one -> !one.kind().equals(kind)).findFirst();
        other.ifPresent(one -> {
            waiting.remove(one);
            threads.execute(() -> one.program().tree().kill());
        });
        return other.isPresent();
    }

    private void start(Standby.Kind kind) {
        Optional<Standby> started = Optional.empty();
        try {
            String mark = Tokens.random();
            LaunchSpec spec = kind.start(files.bootstrap(kind.interpreter()), files.emptyFolder(), mark);
            Standby standby = new Standby(kind, cold.launch(spec), mark, Deadline.in(limits.idle()));
            if (becomesReady(standby)) {
                started = Optional.of(standby);
            } else {
                standby.program().tree().kill();
            }
        } catch (IOException e) {
            LOG.debug("An interpreter cannot be started in advance", e);
        }
        started(kind, started);
    }

    /** Waits for the byte that says so, or for the end. */
    private boolean becomesReady(Standby standby) throws IOException {
        AtomicBoolean ready = new AtomicBoolean();
        threads.later(limits.start(), () -> {
            if (!ready.get()) {
                standby.program().tree().kill();
            }
        });
        ready.set(standby.program().stdout().read() == 1);
        return ready.get();
    }

    private void started(Standby.Kind kind, Optional<Standby> standby) {
        boolean keep = note(kind, standby);
        if (standby.isPresent() && !keep) {
            standby.get().program().tree().kill();
        }
        if (standby.isPresent() && keep) {
            sweepLater();
        }
        if (standby.isEmpty()) {
            LOG.warn(
                    "{} cannot be started in advance; its programs start slower. Tried again in {} s",
                    kind.executable(),
                    limits.retry().toSeconds());
        }
    }

    private synchronized boolean note(Standby.Kind kind, Optional<Standby> standby) {
        starting.merge(kind, -1, Integer::sum);
        starting.remove(kind, 0);
        failed.values().removeIf(Deadline::passed);
        if (standby.isEmpty()) {
            failed.put(kind, Deadline.in(limits.retry()));
        }
        standby.filter(one -> !stopped).ifPresent(waiting::addLast);
        return !stopped;
    }

    private synchronized void sweepLater() {
        if (!sweeps && !waiting.isEmpty()) {
            sweeps = true;
            threads.later(limits.idle().dividedBy(4).plusMillis(1), this::sweep);
        }
    }

    private void sweep() {
        List<Standby> expired;
        synchronized (this) {
            sweeps = false;
            expired = waiting.stream().filter(one -> one.idleUntil().passed()).toList();
            waiting.removeAll(expired);
        }
        expired.forEach(standby -> standby.program().tree().kill());
        sweepLater();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int leftAlone() {
        return failed.size();
    }

    void stop() {
        Deque<Standby> left;
        synchronized (this) {
            stopped = true;
            left = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        left.forEach(standby -> threads.execute(() -> standby.program().tree().kill()));
    }
}
