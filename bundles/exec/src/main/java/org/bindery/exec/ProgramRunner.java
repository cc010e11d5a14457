package org.bindery.exec;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs programs. All methods may be called from any thread; a call blocks its thread until the programs have ended, so
 * a caller needs no executor of its own. Interrupting the thread ends the programs.
 *
 * <p>Nothing that a program does is thrown at the caller: every outcome is a {@link ProgramResult}. Example:
 *
 * <pre>{@code
 * ProgramChain chain = ProgramChain.of("node", folder, ProgramCommand.of("node", "server/main.js", "%info.json%"));
 * ProgramResult result = runner.run(ProgramRequest.of("shelf:db_pre_save", chain)
 *         .withInput(ProgramInput.of(payload))
 *         .withPlaceholder("info.json", info));
 * }</pre>
 */
@ProviderType
public interface ProgramRunner {

    /**
     * Runs the commands of a request one after the other and collects the result in memory, within the request's
     * limits.
     *
     * @param request what to run; not null
     * @return what came of it; never null
     */
    ProgramResult run(ProgramRequest request);

    /**
     * Runs a request and hands the result on while it is written. The first {@link HeldBackOutput#HELD_BACK} bytes are
     * kept until more follow: a result that fits is returned by {@link ProgramResult.Succeeded#output()} and the
     * target is never touched. Once the target has begun ({@link CallReport#begun()}), a failure can only be shown by
     * breaking the connection.
     *
     * @param request what to run; not null
     * @param target where the result goes when it gets too long to be held back; called by other threads, one at a
     *     time; not null
     * @return what came of it; never null
     */
    ProgramResult stream(ProgramRequest request, ResponseTarget target);

    /**
     * Lists the configured services with the outcome of their start-up check. Runs the checks that have not run yet.
     *
     * @return the services by name; never null
     */
    List<ServiceState> services();

    /**
     * Checks a service again, for example after its interpreter has been installed.
     *
     * @param service name of the service; not null
     * @return its state now; a service that is not configured is unavailable; never null
     */
    ServiceState check(String service);
}
