package org.bindery.exec.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends the processes that programs leave behind. A call does not wait for that: the marks of ended calls are collected,
 * and one look at all processes serves them together.
 */
final class Leftovers {

    private static final int ROUNDS = 20;

    private final RunnerThreads threads;
    private final Duration pause;
    private Set<String> ended = new HashSet<>();

    /** @param pause how long marks are collected */
    Leftovers(RunnerThreads threads, Duration pause) {
        this.threads = threads;
        this.pause = pause;
    }

    /** Takes the mark of a program that has ended by itself. */
    void add(String mark) {
        boolean first;
        synchronized (this) {
            first = ended.isEmpty();
            ended.add(mark);
        }
        if (first) {
            threads.later(pause, this::sweep);
        }
    }

    void sweep() {
        Set<String> marks;
        synchronized (this) {
            marks = ended;
            ended = new HashSet<>();
        }
        // What forks on and on may do so between two looks.
        boolean found = !marks.isEmpty();
        for (int round = 0; found && round < ROUNDS; round++) {
            List<ProcessHandle> left = MarkedProcesses.find(marks);
            left.forEach(ProcessHandle::destroyForcibly);
            found = !left.isEmpty();
        }
    }
}
