package org.bindery.exec.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process to start: complete argv, complete environment, working directory. */
record LaunchSpec(List<String> argv, Map<String, String> environment, Path workDir) {

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
