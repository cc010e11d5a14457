package org.bindery.launcher;

import java.io.File;
import java.nio.file.Path;
import org.osgi.framework.BundleException;

/** Runs the launcher and turns whatever goes wrong into one message and an exit code. */
final class Boot {

    private Boot() {}

    static void run(Path distribution, Path home) {
        arrived();
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

    /**
     * The start script leaves this file when it uses a start archive. Java may crash on a damaged one before any class of
     * ours runs, and then the next start finds the file and goes without.
     */
    private static void arrived() {
        String archive = System.getProperty("bindery.archive");
        if (archive != null) {
            new File(archive + ".trying").delete();
        }
    }
}
