package org.bindery.exec;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One program of a chain. Immutable. stderr is always diagnostics and never part of an answer, so it has no channel.
 *
 * @param program a command of the service, a name on PATH, or a path; a relative path that is neither is looked up in
 *     the plugin's folder; never null
 * @param arguments the arguments; a relative one that names a file of the plugin becomes its absolute path; never null
 * @param environment variables for this command alone, they win over configured ones; never null
 * @param input what its stdin is; never null
 * @param output what its stdout is; never null
 */
public record ProgramCommand(
        String program, List<String> arguments, Map<String, String> environment, Channel input, Channel output) {

    /**
     * Checks for missing parts and copies the collections.
     *
     * @throws NullPointerException if a part is null
     */
    public ProgramCommand {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Makes a command that reads the input on stdin and writes the result to stdout.
     *
     * @param program the program; not null
     * @param arguments its arguments; not null
     * @return the command
     */
    public static ProgramCommand of(String program, String... arguments) {
        return new ProgramCommand(program, List.of(arguments), Map.of(), Channel.BODY, Channel.BODY);
    }

    /**
     * Sets what stdin and stdout are.
     *
     * @param newInput stdin; not null
     * @param newOutput stdout; not null
     * @return a copy with the channels
     */
    public ProgramCommand withChannels(Channel newInput, Channel newOutput) {
        return new ProgramCommand(program, arguments, environment, newInput, newOutput);
    }

    /**
     * Sets the variables for this command.
     *
     * @param variables values by name; not null
     * @return a copy with the variables
     */
    public ProgramCommand withEnvironment(Map<String, String> variables) {
        return new ProgramCommand(program, arguments, variables, input, output);
    }
}
