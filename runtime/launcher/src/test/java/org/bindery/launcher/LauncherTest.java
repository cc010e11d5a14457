package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bindery.launcher.TinyBundle.Clinging;
import org.bindery.launcher.TinyBundle.Draining;
import org.bindery.launcher.TinyBundle.Failing;
import org.bindery.launcher.TinyBundle.Nosy;
import org.bindery.launcher.TinyBundle.Ready;
import org.bindery.launcher.TinyBundle.Silent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;

/** The {@link Launcher} by {@link Boot} and {@link ProcessEnd} in real processes: what a user sees and scripts get. */
class LauncherTest {

    @TempDir
    private Path folder;

    private TestInstallation installation;

    @Test
    void printsOneReadyLineAndEndsWithZeroOnSigterm() throws InterruptedException {
        try (LauncherProcess bindery = start(Ready.class, Map.of()).awaitReady()) {
            assertThat(installation.home.readyFile()).exists();
            assertThat(bindery.terminate().exitCode()).isZero();
            assertThat(bindery.output())
                    .matches("Bindery ready on http://127\\.0\\.0\\.1:\\d+ in \\d+ ms\ntiny bundle stopped");
            assertThat(installation.home.readyFile()).doesNotExist();
        }
    }

    @Test
    void drainsRequestsBeforeItStopsBundles() throws InterruptedException {
        try (LauncherProcess bindery = start(Draining.class, Map.of()).awaitReady()) {
            assertThat(bindery.terminate().exitCode()).isZero();
            assertThat(bindery.output()).endsWith("tiny bundle drained\ntiny bundle stopped");
        }
    }

    @Test
    void namesWhatHungWhenTheStopIsCutShort() throws InterruptedException {
        try (LauncherProcess bindery = start(Clinging.class, Map.of("BINDERY_STOP_TIMEOUT_SECONDS", "1"))
                .awaitReady()) {
            assertThat(bindery.terminate().exitCode()).isEqualTo(ExitCode.STOP_CUT_SHORT.number());
            assertThat(bindery.output())
                    .contains("still stopping: [tiny.Clinging]")
                    .contains("TinyBundle$Clinging.stop");
        }
    }

    @Test
    void refusesASecondStartAndNamesTheFirst() throws InterruptedException {
        try (LauncherProcess first = start(Ready.class, Map.of()).awaitReady();
                LauncherProcess second = new LauncherProcess(installation, TestInstallation.environment())) {
            assertThat(second.exitCode()).isEqualTo(ExitCode.HOME_IN_USE.number());
            assertThat(second.output())
                    .isEqualTo("Bindery already runs on " + installation.home.root() + " as process " + first.pid()
                            + "; stop it with \"bindery stop\" or set BINDERY_HOME to another folder.");
            assertThat(installation.home.readyFile()).exists();
        }
    }

    @Test
    void startsAgainAfterItWasKilled() throws InterruptedException {
        try (LauncherProcess killed = start(Ready.class, Map.of()).awaitReady()) {
            killed.kill().exitCode();
        }
        try (LauncherProcess again = new LauncherProcess(installation, TestInstallation.environment())) {
            assertThat(again.awaitReady().terminate().exitCode()).isZero();
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LauncherProcess bindery =
                        start(Ready.class, Map.of("BINDERY_HTTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(bindery.exitCode()).isEqualTo(ExitCode.WRONG_SETTINGS.number());
            assertThat(bindery.output())
                    .isEqualTo("Port " + taken.getLocalPort()
                            + " on 127.0.0.1 is taken by another program; stop that one or set"
                            + " BINDERY_HTTP_PORT to a free port (0 takes any free one).");
        }
    }

    @Test
    void rebuildsADamagedFrameworkCacheAndSaysSo() throws InterruptedException {
        TestInstallation damaged = new TestInstallation(folder, Ready.class);
        TestInstallation.write(damaged.home.frameworkCache(), "not a folder");
        try (LauncherProcess bindery = new LauncherProcess(damaged, TestInstallation.environment()).awaitReady()) {
            assertThat(bindery.output()).contains("was damaged (a file, not a folder) and has been rebuilt.");
            assertThat(damaged.home.frameworkCache()).isDirectory();
        }
    }

    @Test
    void saysWhichJarIsMissing() throws IOException, InterruptedException {
        TestInstallation incomplete = new TestInstallation(folder, Ready.class);
        Files.delete(incomplete.jar());
        try (LauncherProcess bindery = new LauncherProcess(incomplete, TestInstallation.environment())) {
            assertThat(bindery.exitCode()).isEqualTo(ExitCode.DAMAGED_INSTALLATION.number());
            assertThat(bindery.output())
                    .isEqualTo("Missing in the distribution: [" + incomplete.jar()
                            + "]; unpack it again over this folder.");
        }
    }

    @Test
    void namesTheBundleThatCannotStartAndWhy() throws InterruptedException {
        try (LauncherProcess bindery = start(Failing.class, Map.of())) {
            assertThat(bindery.exitCode()).isEqualTo(ExitCode.NOT_READY.number());
            assertThat(bindery.output()).contains("tiny.Failing 1.0.0: ").contains("the tiny engine is broken");
        }
    }

    @Test
    void namesThePackageABundleLacks() throws InterruptedException {
        TestInstallation unresolved = new TestInstallation(folder, Ready.class);
        TinyBundle.write(unresolved.jar(), Ready.class, "org.osgi.framework,org.example.absent");
        try (LauncherProcess bindery = new LauncherProcess(unresolved, TestInstallation.environment())) {
            assertThat(bindery.exitCode()).isEqualTo(ExitCode.NOT_READY.number());
            assertThat(bindery.output()).contains("org.example.absent");
        }
    }

    @Test
    void givesUpWhenNothingReportsReady() throws InterruptedException {
        try (LauncherProcess bindery = start(Silent.class, Map.of("BINDERY_READY_TIMEOUT_SECONDS", "1"))) {
            assertThat(bindery.exitCode()).isEqualTo(ExitCode.NOT_READY.number());
            assertThat(bindery.output())
                    .contains("bindery.ready.timeout.seconds = 1")
                    .contains("none reported ready");
        }
    }

    @Test
    void handsTheRootPasswordToAServiceAndNotToAProperty() throws InterruptedException {
        try (LauncherProcess bindery =
                start(Nosy.class, Map.of("BINDERY_ROOT_PASSWORD", "kept quiet")).awaitReady()) {
            assertThat(bindery.output()).contains("by service kept quiet").contains("by property null");
        }
    }

    private LauncherProcess start(Class<? extends BundleActivator> activator, Map<String, String> environment) {
        installation = new TestInstallation(folder, activator);
        Map<String, String> all = TestInstallation.environment();
        all.putAll(environment);
        return new LauncherProcess(installation, all);
    }
}
