package org.bindery.exec;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The programs of a call: they run in order in one fresh folder, and the first that fails is the last. Immutable.
 *
 * <p>In the texts of commands these placeholders are filled by the runner, anywhere inside a text; what is unknown stays
 * as it is: {@code %_exec.pluginDir%}, {@code %_exec.workDir%}, {@code %_exec.binDir%}, {@code %_exec.GOOS%}, {@code
 * %_exec.GOARCH%}, {@code %_input.url%} (GET gives the input) and {@code %_output.url%} (POST takes the result). The
 * two URLs work until the call ends.
 *
 * @param service name of the configured service that runs them, such as {@code node}; never null
 * @param pluginDir the absolute folder the programs come from; never null
 * @param commands the commands in order; never null or empty
 * @param warm whether an interpreter that has been started in advance may be used; each call has its own all the same
 */
public record ProgramChain(String service, Path pluginDir, List<ProgramCommand> commands, boolean warm) {

    /**
     * Checks for missing parts and copies the list.
     *
     * @throws IllegalArgumentException if there is no command
     */
    public ProgramChain {
        Objects.requireNonNull(service, "service");
        pluginDir = pluginDir.toAbsolutePath().normalize();
        commands = List.copyOf(commands);
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("A call of service " + service + " needs a command");
        }
    }

    /**
     * Makes a chain that may use interpreters started in advance.
     *
     * @param service name of the service; not null
     * @param pluginDir the folder the programs come from; not null
     * @param commands the commands in order; not empty
     * @return the chain
     * @throws IllegalArgumentException if there is no command
     */
    public static ProgramChain of(String service, Path pluginDir, ProgramCommand... commands) {
        return new ProgramChain(service, pluginDir, List.of(commands), true);
    }

    /**
     * Asks for interpreters that are started for the call.
     *
     * @return a copy that does not use those started in advance
     */
    public ProgramChain cold() {
        return new ProgramChain(service, pluginDir, commands, false);
    }
}
