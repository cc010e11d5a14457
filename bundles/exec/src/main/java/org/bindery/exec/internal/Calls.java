package org.bindery.exec.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bindery.exec.CallReport;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/** The calls that run: each waits for its place, gets its folder and its URLs, and gives all back at its end. */
final class Calls {

    private static final String INPUT_URL = "_input.url";
    private static final String OUTPUT_URL = "_output.url";

    private final RunnerSettings settings;
    private final ScratchFolder scratch;
    private final RunnerThreads threads = new RunnerThreads();
    private final JobUrls urls = new JobUrls(threads);
    private final Leftovers leftovers;
    private final Standbys standbys;
    private final ChainRun.Tools tools;
    private final Services services;
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Calls(RunnerSettings settings, Definitions definitions, ScratchFolder scratch) {
        this.settings = settings;
        this.scratch = scratch;
        RunnerSettings.Times times = settings.times();
        ColdLauncher cold = new ColdLauncher(groupLauncher(), times.kill().toNanos());
        leftovers = new Leftovers(threads, times.drain());
        standbys = new Standbys(cold, scratch, threads, settings.standbys());
        CommandRun commands = new CommandRun(
                new WarmLauncher(standbys, cold),
                threads,
                leftovers,
                times.drain().toNanos());
        CommandPreparation preparation = new CommandPreparation(
                definitions.commands(),
                new ChildEnvironment(System.getenv(), settings.inherited(), settings.environment()),
                new ArgumentCheck(Platform.argumentCharset()));
        tools = new ChainRun.Tools(preparation, commands, settings.stderr(), times.drain());
        ServiceChecks checks = new ServiceChecks(
                definitions.commands(),
                new VersionCheck(scratch, preparation, commands, times.check()),
                times.checkRetry());
        services = new Services(definitions, settings.depth(), settings.patience(), checks);
    }

    private Optional<Path> groupLauncher() {
        String path = System.getenv().getOrDefault("PATH", "");
        return new ProgramLookup(path)
                .find(settings.launcher(), new PluginFiles(Path.of("").toAbsolutePath()));
    }

    Services services() {
        return services;
    }

    int standbys() {
        return standbys.waiting();
    }

    ProgramResult run(ProgramRequest request, ResultOutput result) {
        long asked = System.nanoTime();
        try {
            ServiceDefinition service =
                    services.usable(request.caller(), request.chain().service());
            WaitingGroup.Place place = services.group(service).enter(request.caller(), request.context());
            try {
                return inPlace(request, service, result, Duration.ofNanos(System.nanoTime() - asked));
            } finally {
                place.giveBack();
            }
        } catch (CallFailedException e) {
            return failed(e.failure(), result, asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(
                    new Failure(
                            Failure.Kind.INTERRUPTED,
                            request.caller() + " was interrupted while it waited",
                            "Nothing to do if that was wanted"),
                    result,
                    asked);
        } finally {
            result.close();
        }
    }

    private static ProgramResult failed(Failure failure, ResultOutput result, long asked) {
        Duration passed = Duration.ofNanos(System.nanoTime() - asked);
        return new ProgramResult.Failed(
                failure, -1, "", new CallReport(passed, Duration.ZERO, result.size(), result.begun()));
    }

    private ProgramResult inPlace(
            ProgramRequest request, ServiceDefinition service, ResultOutput result, Duration queued)
            throws CallFailedException, InterruptedException {
        RunningCall call = new RunningCall(request.caller());
        ChainRun chain = new ChainRun(tools, new ChainRun.Job(request, service, call, result), queued);
        running.add(call);
        try (JobFolder folder = new JobFolder(scratch.path());
                JobUrls.Pair pair = urls(request, call, result)) {
            if (stopped) {
                failAsStopped(call);
            }
            return chain.run(new CommandPreparation.Site(
                    new PluginFiles(request.chain().pluginDir()),
                    folder,
                    placeholders(request, folder, pair),
                    Tokens.random(),
                    request.chain().warm()));
        } catch (IOException e) {
            throw new CallFailedException(
                    new Failure(
                            Failure.Kind.NOT_STARTED,
                            request.caller() + ": no folder or URL can be made for the call: " + e,
                            "Check that scratch.dir of " + ExecConfiguration.PID + " can be written and has room"),
                    e);
        } finally {
            running.remove(call);
        }
    }

    /** Most programs never use the URLs, so most calls have none. */
    private JobUrls.Pair urls(ProgramRequest request, RunningCall call, ResultOutput result) throws IOException {
        boolean used = request.chain().commands().stream()
                .anyMatch(command -> names(command.program())
                        || command.arguments().stream().anyMatch(Calls::names)
                        || command.environment().values().stream().anyMatch(Calls::names));
        return used
                ? urls.open(new JobUrls.Ends(call, request.input(), result, request.rules()))
                : new JobUrls.Pair("", "", () -> {});
    }

    private static boolean names(String text) {
        return text.contains("%" + INPUT_URL + "%") || text.contains("%" + OUTPUT_URL + "%");
    }

    private Placeholders placeholders(ProgramRequest request, JobFolder folder, JobUrls.Pair pair) {
        Map<String, String> values = new HashMap<>(request.placeholders());
        values.put("_exec.pluginDir", request.chain().pluginDir().toString());
        values.put("_exec.workDir", folder.work().toString());
        values.put("_exec.binDir", settings.binDir().toString());
        values.put("_exec.GOOS", Platform.system());
        values.put("_exec.GOARCH", Platform.architecture());
        values.put(INPUT_URL, pair.input());
        values.put(OUTPUT_URL, pair.output());
        return new Placeholders(values);
    }

    private static void failAsStopped(RunningCall call) {
        call.fail(Failure.Kind.STOPPED, "Bindery stopped running programs", "Try again when it runs again");
    }

    void stop() {
        stopped = true;
        running.forEach(call -> threads.execute(() -> failAsStopped(call)));
        standbys.stop();
        threads.end(settings.times().kill().plus(settings.times().drain()));
        leftovers.sweep();
        urls.close();
        scratch.remove();
    }
}
