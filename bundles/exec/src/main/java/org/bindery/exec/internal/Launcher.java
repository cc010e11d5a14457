package org.bindery.exec.internal;

import java.io.IOException;

/** Starts programs. */
interface Launcher {

    RunningProgram launch(LaunchSpec spec) throws IOException;
}
