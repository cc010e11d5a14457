package org.bindery.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops Bindery within a limit. First every service {@code java.lang.Runnable} with {@code bindery.drain=true} is run:
 * it turns new requests away and returns when those under way are done. Plugins start last and would be stopped first,
 * so without this step a save under way would lose its steps. Then the framework stops.
 */
final class Stop {

    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);
    private static final Set<String> STOPPING_THREADS = Set.of("FelixStartLevel", "bindery-drain", "bindery-stop");
    private static final int PLACES = 5;
    private static final String DRAINS = "(bindery.drain=true)";
    // What remains after the limit for the report and the end of the process.
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final Framework framework;
    private final Duration limit;
    private final PrintStream console;

    Stop(Framework framework, Duration limit, PrintStream console) {
        this.framework = framework;
        this.limit = limit;
        this.console = console;
    }

    ExitCode run() {
        LogSetup.showOnlyErrors();
        long end = System.nanoTime() + limit.minus(RESERVE).toNanos();
        drain((end - System.nanoTime()) / 2);
        return stopFramework(end) ? ExitCode.STOPPED : reportHanging();
    }

    private void drain(long nanos) {
        List<CompletableFuture<Void>> drains = new ArrayList<>();
        for (Runnable drain : drains()) {
            drains.add(inThread("bindery-drain", drain));
        }
        try {
            CompletableFuture.allOf(drains.toArray(CompletableFuture[]::new)).get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Requests were still under way after half of {}; they are cut off.", Setting.STOP_TIMEOUT.key());
        } catch (ExecutionException e) {
            LOG.warn("Waiting for requests under way failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Runnable> drains() {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return List.of();
        }
        try {
            List<Runnable> drains = new ArrayList<>();
            for (ServiceReference<Runnable> reference : context.getServiceReferences(Runnable.class, DRAINS)) {
                Runnable drain = context.getService(reference);
                if (drain != null) {
                    drains.add(drain);
                }
            }
            return drains;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean stopFramework(long end) {
        // In a thread of its own: a start that is still under way holds the framework, and a wait for it needs a limit.
        CompletableFuture<Void> request = inThread("bindery-stop", this::requestStop);
        try {
            request.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            return framework.waitForStop(millis).getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            LOG.error("The framework did not stop.", e.getCause());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void requestStop() {
        try {
            framework.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private ExitCode reportHanging() {
        console.println("Bindery did not stop within " + Setting.STOP_TIMEOUT.key() + " = " + limit.toSeconds()
                + " and is cut off; still stopping: " + stoppingBundles());
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            List<String> places = places(stack);
            if (STOPPING_THREADS.contains(thread.getName()) && !places.isEmpty()) {
                console.println("  " + thread.getName() + " is at " + places);
            }
        });
        return ExitCode.STOP_CUT_SHORT;
    }

    /** The bundles' own frames: what waits below and who called it above is the same for every hanging stop. */
    private static List<String> places(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().matches("(java|jdk|sun|org\\.apache\\.felix\\.framework)\\..*"))
                .map(StackTraceElement::toString)
                .limit(PLACES)
                .toList();
    }

    private List<String> stoppingBundles() {
        BundleContext context = framework.getBundleContext();
        return Stream.ofNullable(context)
                .flatMap(present -> Arrays.stream(present.getBundles()))
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.getState() == Bundle.STOPPING)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static CompletableFuture<Void> inThread(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(done, work), name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void complete(CompletableFuture<Void> done, Runnable work) {
        try {
            work.run();
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
