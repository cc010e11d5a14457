package org.bindery.exec.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An interpreter that has started and waits for one program. */
record Standby(Kind kind, RunningProgram program, String mark, Deadline idleUntil) {

    /** Variables that differ from call to call; everything else must have been there when the interpreter started. */
    static final Set<String> OF_THE_CALL = Set.of("HOME", "TMPDIR", LaunchSpec.MARK);

    /** What interpreters must have in common with a program to run it as a fresh one would. */
    record Kind(String executable, LaunchSpec.Interpreter interpreter, Map<String, String> environment) {

        static Kind of(LaunchSpec spec) {
            Map<String, String> environment = new HashMap<>(spec.environment());
            environment.keySet().removeAll(OF_THE_CALL);
            return new Kind(spec.argv().get(0), spec.script().orElseThrow().interpreter(), Map.copyOf(environment));
        }

        /** @return how an interpreter of this kind is started, in an empty folder that is nobody's */
        LaunchSpec start(Path bootstrap, Path emptyFolder, String mark) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("HOME", emptyFolder.toString());
            variables.put("TMPDIR", emptyFolder.toString());
            variables.put(LaunchSpec.MARK, mark);
            return new LaunchSpec(
                    List.of(executable, bootstrap.toString()), Map.copyOf(variables), emptyFolder, Optional.empty());
        }
    }
}
