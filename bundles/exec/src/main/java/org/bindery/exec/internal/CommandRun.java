package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one program to its end: its exit and the end of its pipes, or the end of the time. */
final class CommandRun {

    private static final Logger LOG = LoggerFactory.getLogger(CommandRun.class);

    /** What a program is connected to; no input means that stdin is at its end. */
    record Streams(Optional<ProgramInput.Source> input, ByteSink output, StderrTail diagnostics) {}

    private final Launcher launcher;
    private final Executor threads;
    private final Leftovers leftovers;
    private final long drainNanos;

    CommandRun(Launcher launcher, Executor threads, Leftovers leftovers, long drainNanos) {
        this.launcher = launcher;
        this.threads = threads;
        this.leftovers = leftovers;
        this.drainNanos = drainNanos;
    }

    /** @return the exit code; whether the call failed for another reason is told by the call itself */
    int run(RunningCall call, LaunchSpec spec, Streams streams, Deadline deadline) throws CallFailedException {
        RunningProgram program = launch(call, spec);
        call.begin(program.tree());
        try {
            feed(call, program, streams);
            Pump out = new Pump(program.stdout(), streams.output(), e -> refuse(call, spec, e));
            Pump err = new Pump(program.stderr(), streams.diagnostics(), e -> refuse(call, spec, e));
            threads.execute(out);
            threads.execute(err);
            awaitExit(call, spec, program, deadline);
            drain(call, program.tree(), out, deadline);
            drain(call, program.tree(), err, Deadline.in(Duration.ofNanos(drainNanos)));
            return program.awaitExit(0) ? program.exitCode() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.fail(Failure.Kind.INTERRUPTED, "the caller was interrupted", "Nothing to do if that was wanted");
            return -1;
        } catch (RejectedExecutionException e) {
            LOG.debug("The runner stopped while a program started", e);
            call.fail(Failure.Kind.STOPPED, "Bindery stopped running programs", "Try again when it runs again");
            return -1;
        } finally {
            call.end();
            leftovers.add(program.tree().mark());
            streams.diagnostics().end();
        }
    }

    private RunningProgram launch(RunningCall call, LaunchSpec spec) throws CallFailedException {
        try {
            return launcher.launch(spec);
        } catch (IOException e) {
            throw new CallFailedException(
                    new Failure(
                            Failure.Kind.NOT_STARTED,
                            call.caller() + ": " + spec.program() + " cannot be started: " + e.getMessage(),
                            "Check that it is a program for this platform; if arguments are too long, shorten them"),
                    e);
        }
    }

    private void feed(RunningCall call, RunningProgram program, Streams streams) {
        ProgramInput.Source none = () -> InputStream.nullInputStream();
        StdinFeed feed = new StdinFeed(
                streams.input().orElse(none),
                program.stdin(),
                e -> call.fail(Failure.Kind.INPUT, "the input broke off: " + e.getMessage(), "Send it again"));
        if (streams.input().isPresent()) {
            threads.execute(feed);
        } else {
            feed.run();
        }
    }

    private static void refuse(RunningCall call, LaunchSpec spec, IOException e) {
        if (e instanceof OutputTooLongException tooLong) {
            call.fail(
                    Failure.Kind.OUTPUT_TOO_LONG,
                    spec.program() + " wrote more than " + tooLong.limit() + " bytes and was killed",
                    "Let it write less, or raise the limit for results");
        } else {
            call.fail(
                    Failure.Kind.NOT_DELIVERED,
                    "the result of " + spec.program() + " could not be handed on: " + e.getMessage(),
                    "Nothing to do if the client broke off");
        }
    }

    private void awaitExit(RunningCall call, LaunchSpec spec, RunningProgram program, Deadline deadline)
            throws InterruptedException {
        if (!program.awaitExit(deadline.left())) {
            timeOut(call, spec.program());
            program.awaitExit(drainNanos);
        }
    }

    private static void timeOut(RunningCall call, String program) {
        call.fail(
                Failure.Kind.TIMEOUT,
                program + " did not end within its time and was killed with all its children",
                "Look in the plugin's log for what it waits for, or give it more time");
    }

    /**
     * Waits for the end of a pipe. A child left behind may hold it open without ever writing: when nothing comes for a
     * while, what is left of the tree is killed. A slow reader of the result may take its time up to the deadline.
     */
    private void drain(RunningCall call, ProcessTree tree, Pump pump, Deadline deadline) throws InterruptedException {
        while (!pump.awaitEnd(drainNanos)) {
            if (pump.isReading()) {
                tree.killRest();
                if (!pump.awaitEnd(drainNanos)) {
                    LOG.warn("A child of a program of {} keeps a pipe open and cannot be found", call.caller());
                }
                return;
            }
            if (deadline.passed()) {
                call.fail(
                        Failure.Kind.NOT_DELIVERED,
                        "the result was not taken within the time of the call",
                        "Nothing to do if the client is slow; else give the call more time");
                return;
            }
        }
    }
}
