package org.bindery.exec.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and everything it started. Three nets catch them: the descendants the platform knows, the process group if
 * the process leads one, and on Linux every process that inherited the call's mark, even when it has left both.
 */
final class ProcessTree {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);
    private static final int ROUNDS = 20;
    private static final long SIGNAL_SECONDS = 5;

    private final ProcessHandle root;
    private final boolean leadsGroup;
    private final String mark;
    private final long graceNanos;

    ProcessTree(ProcessHandle root, boolean leadsGroup, String mark, long graceNanos) {
        this.root = root;
        this.leadsGroup = leadsGroup;
        this.mark = mark;
        this.graceNanos = graceNanos;
    }

    String mark() {
        return mark;
    }

    boolean isAlive() {
        return root.isAlive();
    }

    /** Asks the processes to end, and after the grace ends them. Returns when that is done. */
    synchronized void kill() {
        List<ProcessHandle> descendants = root.descendants().toList();
        signalGroup("TERM");
        root.destroy();
        descendants.forEach(ProcessHandle::destroy);
        awaitRoot();
        killNow(descendants);
    }

    /** Ends what is left behind after the root has ended by itself. */
    synchronized void killRest() {
        killNow(List.of());
    }

    private void killNow(List<ProcessHandle> known) {
        try (Stream<ProcessHandle> more = root.descendants()) {
            more.forEach(ProcessHandle::destroyForcibly);
        }
        signalGroup("KILL");
        root.destroyForcibly();
        known.forEach(ProcessHandle::destroyForcibly);
        // A program that forks on and on may do so between two looks.
        for (int round = 0; round < ROUNDS && killMarked(); round++) {
            Thread.onSpinWait();
        }
    }

    private boolean killMarked() {
        List<ProcessHandle> marked = MarkedProcesses.find(Set.of(mark));
        marked.forEach(ProcessHandle::destroyForcibly);
        return !marked.isEmpty();
    }

    private void awaitRoot() {
        try {
            root.onExit().get(graceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Then without grace.
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Process {} does not end when asked to", root.pid());
        }
    }

    /** Java cannot signal a group; the shell's own kill can. The group keeps its number while it has members. */
    private void signalGroup(String signal) {
        if (!leadsGroup) {
            return;
        }
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " -" + root.pid() + " 2>/dev/null")
                    .redirectErrorStream(true)
                    .start();
            shell.getInputStream().close();
            shell.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            LOG.warn("Process group {} cannot be signalled: {}", root.pid(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The signal is on its way all the same.
        }
    }
}
