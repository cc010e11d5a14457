package org.bindery.exec.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process to start: complete argv, complete environment, working directory, and what could run it in advance. */
record LaunchSpec(List<String> argv, Map<String, String> environment, Path workDir, Optional<Script> script) {

    /** What an interpreter that has started already could run: all arguments but the first two are the script's. */
    record Script(Interpreter interpreter, Path file, Path plugin) {}

    /** Interpreters that can be started before it is known what they run. */
    enum Interpreter {
        NODE("standby.js"),
        PYTHON("standby.py");

        private final String file;

        Interpreter(String file) {
            this.file = file;
        }

        /** @return the resource that waits for the program */
        String file() {
            return file;
        }
    }

    /** The variable by which the processes of a call are found, wherever they have gone. */
    static final String MARK = "BINDERY_EXEC_JOB";

    String mark() {
        return environment.get(MARK);
    }

    /** @return the program's file name, for messages */
    String program() {
        return Path.of(argv.get(0)).getFileName().toString();
    }
}
