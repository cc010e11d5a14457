package org.bindery.exec.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindery.exec.Channel;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.internal.Definitions.CommandDefinition;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/** Runs a command with its check arguments and looks for a pattern in what it writes, to stdout or stderr. */
final class VersionCheck implements ServiceChecks.Check {

    private static final int TEXT_LIMIT = 4_096;

    private final ScratchFolder scratch;
    private final CommandPreparation preparation;
    private final CommandRun run;
    private final Duration limit;

    VersionCheck(ScratchFolder scratch, CommandPreparation preparation, CommandRun run, Duration limit) {
        this.scratch = scratch;
        this.preparation = preparation;
        this.run = run;
        this.limit = limit;
    }

    @Override
    public ServiceChecks.Verdict run(CommandDefinition command) {
        RunningCall call = new RunningCall("check of " + command.name());
        try (JobFolder folder = new JobFolder(scratch.path())) {
            return verdict(command, call, folder);
        } catch (CallFailedException e) {
            return unusable(e.failure());
        } catch (IOException e) {
            return unusable(new Failure(
                    Failure.Kind.NOT_STARTED, "No folder can be made for the check: " + e, "Check scratch.dir"));
        }
    }

    private ServiceChecks.Verdict verdict(CommandDefinition command, RunningCall call, JobFolder folder)
            throws CallFailedException {
        Path nowhere = folder.home();
        CommandPreparation.Site site = new CommandPreparation.Site(
                new PluginFiles(nowhere), folder, new Placeholders(Map.of()), Tokens.random(), false);
        ServiceDefinition alone = new ServiceDefinition("check", "", List.of(command.name()), Map.of());
        LaunchSpec spec = preparation.prepare(
                call.caller(),
                alone,
                new ProgramCommand(command.name(), command.checkArguments(), Map.of(), Channel.NONE, Channel.NONE),
                site);
        SideOutput output = new SideOutput();
        StderrTail errors = new StderrTail(new StderrTail.Limits(TEXT_LIMIT, TEXT_LIMIT, TEXT_LIMIT), line -> {});
        int exitCode =
                run.run(call, spec, new CommandRun.Streams(Optional.empty(), output, errors), Deadline.in(limit));
        if (call.failure().isPresent()) {
            return unusable(call.failure().get());
        }
        String text = new String(output.beginning(), StandardCharsets.UTF_8).strip()
                + errors.tail().strip();
        return judge(command, spec, exitCode, text);
    }

    private static ServiceChecks.Verdict judge(CommandDefinition command, LaunchSpec spec, int exitCode, String text) {
        Pattern pattern = command.checkPattern().orElseThrow();
        String first = text.lines().findFirst().orElse("nothing");
        String shown = first.substring(0, Math.min(first.length(), 200));
        if (exitCode == 0 && pattern.matcher(text).find()) {
            return new ServiceChecks.Verdict(true, command.name() + " " + shown);
        }
        return unusable(new Failure(
                Failure.Kind.SERVICE_MISSING,
                spec.argv().get(0) + " ended with exit code " + exitCode + " and says: " + shown + "; expected is "
                        + pattern,
                "Install a version that fits, or set commands." + command.name() + ".prog or .check.regex of "
                        + ExecConfiguration.PID));
    }

    private static ServiceChecks.Verdict unusable(Failure failure) {
        return new ServiceChecks.Verdict(false, failure.cause() + ". " + failure.remedy());
    }
}
