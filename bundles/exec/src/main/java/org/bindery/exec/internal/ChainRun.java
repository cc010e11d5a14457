package org.bindery.exec.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindery.api.error.ApiError;
import org.bindery.exec.CallReport;
import org.bindery.exec.Channel;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/** Runs the commands of one call in order until one fails, and says what came of them. */
final class ChainRun {

    /** What runs commands; shared by all calls. */
    record Tools(CommandPreparation preparation, CommandRun commands, StderrTail.Limits stderr, Duration drain) {}

    /** What belongs to one call. */
    record Job(ProgramRequest request, ServiceDefinition service, RunningCall call, ResultOutput result) {}

    private final Tools tools;
    private final Job job;
    private final Duration queued;
    private final long started = System.nanoTime();

    ChainRun(Tools tools, Job job, Duration queued) {
        this.tools = tools;
        this.job = job;
        this.queued = queued;
    }

    ProgramResult run(CommandPreparation.Site site) throws CallFailedException, InterruptedException {
        Deadline deadline = Deadline.in(job.request().limits().time());
        List<ProgramCommand> commands = job.request().chain().commands();
        for (int i = 0; i < commands.size(); i++) {
            Optional<ProgramResult> failed = run(site, i, deadline);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        return succeeded();
    }

    private Optional<ProgramResult> run(CommandPreparation.Site site, int index, Deadline deadline)
            throws CallFailedException, InterruptedException {
        ProgramRequest request = job.request();
        ProgramCommand command = request.chain().commands().get(index);
        LaunchSpec spec = tools.preparation().prepare(request.caller(), job.service(), command, site);
        StderrTail stderr = new StderrTail(tools.stderr(), request.diagnostics());
        SideOutput side = new SideOutput();
        boolean isResult = index == resultIndex();
        CommandRun.Streams streams = new CommandRun.Streams(
                command.input() == Channel.BODY ? Optional.of(request.input().source()) : Optional.empty(),
                isResult ? job.result().stdout() : side,
                stderr);
        int exitCode = tools.commands().run(job.call(), spec, streams, deadline);
        job.result().awaitPost(Deadline.in(tools.drain()));
        if (job.call().failure().isPresent()) {
            return Optional.of(failed(job.call().failure().get(), exitCode, stderr));
        }
        if (exitCode == 0) {
            return Optional.empty();
        }
        return Optional.of(judge(spec, exitCode, isResult ? job.result().held() : side.beginning(), stderr));
    }

    /** Of several commands with a result the last one counts. */
    private int resultIndex() {
        List<ProgramCommand> commands = job.request().chain().commands();
        int index = commands.size() - 1;
        while (index >= 0 && commands.get(index).output() != Channel.BODY) {
            index--;
        }
        return index;
    }

    private ProgramResult judge(LaunchSpec spec, int exitCode, byte[] output, StderrTail stderr) {
        Optional<ApiError> error = errors().find(exitCode, output);
        if (error.isPresent() && !job.result().begun()) {
            return new ProgramResult.Refused(error.get(), exitCode, report());
        }
        Failure failure = new Failure(
                Failure.Kind.EXIT_CODE,
                job.request().caller() + ": " + spec.program() + " ended with exit code " + exitCode,
                "Look in the plugin's log for what the program wrote to stderr");
        return failed(failure, exitCode, stderr);
    }

    private ProgramResult succeeded() {
        byte[] output = job.result().held();
        Optional<ApiError> error = errors().find(0, output);
        return error.isPresent()
                ? new ProgramResult.Refused(error.get(), 0, report())
                : new ProgramResult.Succeeded(job.result().head(), output, report());
    }

    private ErrorProtocol errors() {
        return new ErrorProtocol(job.request().rules().errorStatus());
    }

    private ProgramResult failed(Failure failure, int exitCode, StderrTail stderr) {
        return new ProgramResult.Failed(failure, exitCode, stderr.tail(), report());
    }

    CallReport report() {
        Duration ran = Duration.ofNanos(System.nanoTime() - started);
        return new CallReport(queued, ran, job.result().size(), job.result().begun());
    }
}
