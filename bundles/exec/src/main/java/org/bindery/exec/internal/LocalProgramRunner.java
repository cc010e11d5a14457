package org.bindery.exec.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.ProgramRunner;
import org.bindery.exec.ResponseTarget;
import org.bindery.exec.ServiceState;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Runs programs on this machine. Puts the parts together; a changed configuration makes a new one. */
@Component(service = ProgramRunner.class, configurationPid = ExecConfiguration.PID)
public final class LocalProgramRunner implements ProgramRunner {

    private final Calls calls;

    @Activate
    public LocalProgramRunner(BundleContext context, ExecConfiguration configuration, Map<String, Object> properties) {
        this(
                RunnerSettings.of(configuration, context.getProperty("bindery.distribution")),
                Definitions.of(properties),
                configuration.scratch_dir().isEmpty()
                        ? context.getDataFile("calls").toPath()
                        : Path.of(configuration.scratch_dir()));
    }

    LocalProgramRunner(RunnerSettings settings, Definitions definitions, Path scratch) {
        calls = new Calls(settings, definitions, new ScratchFolder(scratch));
    }

    /** @return how many interpreters wait for a call */
    int standbys() {
        return calls.standbys();
    }

    /** Kills what runs. */
    @Deactivate
    public void stop() {
        calls.stop();
    }

    @Override
    public ProgramResult run(ProgramRequest request) {
        return calls.run(request, ResultOutput.collected(request.limits().outputBytes()));
    }

    @Override
    public ProgramResult stream(ProgramRequest request, ResponseTarget target) {
        return calls.run(request, ResultOutput.streamed(request.limits().outputBytes(), target));
    }

    @Override
    public List<ServiceState> services() {
        return calls.services().states();
    }

    @Override
    public ServiceState check(String service) {
        return calls.services().check(service);
    }
}
