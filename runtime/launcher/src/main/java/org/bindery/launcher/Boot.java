package org.bindery.launcher;

import java.nio.file.Path;
import org.osgi.framework.BundleException;

/** Runs the launcher and turns whatever goes wrong into one message and an exit code. */
final class Boot {

    private Boot() {}

    static void run(Path distribution, Path home) {
        ProcessEnd end = new ProcessEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end, "bindery-end"));
        try {
            new Launcher(new Distribution(distribution), new Home(home), end).run(System.getenv());
        } catch (LaunchFailure e) {
            // First the code: while a stop is under way this waits for the end, and what fails because of it is no
            // news.
            end.exitCode(e.exitCode());
            System.err.println(e.getMessage());
        } catch (RuntimeException | InterruptedException | BundleException e) {
            end.exitCode(ExitCode.UNEXPECTED);
            System.err.println("Bindery cannot start: " + Causes.of(e) + "; please report this with the trace below.");
            e.printStackTrace();
        }
        System.exit(0);
    }
}
