package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, stop and what may go wrong with them, as a user at a terminal sees it. */
class LifecycleIT {

    @TempDir
    private Path home;

    @Test
    void printsOneReadyLineAnswersHealthAndEndsWithZeroOnSigterm() throws IOException, InterruptedException {
        try (BinderyProcess bindery = BinderyProcess.in(home).start()) {
            HttpRequest request = HttpRequest.newBuilder(bindery.url().resolve("/health/ready"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(bindery.terminate()).isZero();
            assertThat(bindery.output().lines().filter(line -> line.startsWith("Bindery ready on ")))
                    .hasSize(1);
            assertThat(bindery.log()).doesNotContain(" ERROR ");
        }
    }

    @Test
    void refusesASecondStartOnTheSameHome() throws InterruptedException {
        try (BinderyProcess first = BinderyProcess.in(home).start();
                BinderyProcess second = BinderyProcess.in(home).launch()) {
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.output())
                    .startsWith("Bindery already runs on " + home + " as process " + first.pid() + ";");
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                BinderyProcess bindery = BinderyProcess.in(home)
                        .with("BINDERY_HTTP_PORT", Integer.toString(taken.getLocalPort()))
                        .launch()) {
            assertThat(bindery.exitCode()).isEqualTo(2);
            assertThat(bindery.output())
                    .startsWith("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken by another program;");
        }
    }

    @Test
    void saysThatTheHomeCannotBeWritten() throws IOException, InterruptedException {
        // A file where a folder belongs: permissions would not stop a test run by root.
        Path file = Files.createFile(home.resolve("file"));
        try (BinderyProcess bindery = BinderyProcess.in(file).launch()) {
            assertThat(bindery.exitCode()).isEqualTo(2);
            assertThat(bindery.output())
                    .startsWith("The folder " + file)
                    .contains("set BINDERY_HOME to another folder");
        }
    }

    @Test
    void saysThatTheJavaIsTooOld() throws IOException, InterruptedException {
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        try (BinderyProcess bindery = BinderyProcess.in(home)
                .with("JAVA_HOME", home.resolve("jdk").toString())
                .launch()) {
            assertThat(bindery.exitCode()).isEqualTo(2);
            assertThat(bindery.output())
                    .isEqualTo("Bindery needs Java 17 or newer and " + java
                            + " is Java 11.0.2; set JAVA_HOME to a newer one.");
        }
    }

    @Test
    void rebuildsADamagedFrameworkCache() throws IOException, InterruptedException {
        Path cache = home.resolve("data/cache/framework");
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "not a folder");
        try (BinderyProcess bindery = BinderyProcess.in(home).start()) {
            assertThat(bindery.output()).contains("framework cache").contains("has been rebuilt");
        }
    }

    @Test
    void startsAgainAfterAKill() throws InterruptedException {
        try (BinderyProcess killed = BinderyProcess.in(home).start()) {
            killed.kill9();
        }
        try (BinderyProcess again = BinderyProcess.in(home).start()) {
            assertThat(again.terminate()).isZero();
        }
    }

    @Test
    void runsInTheBackgroundAndTellsItsStatus() throws InterruptedException {
        BinderyProcess.Start start = BinderyProcess.in(home);
        assertThat(run(start, "status")).isEqualTo(3);
        assertThat(run(start, "start")).isZero();
        assertThat(run(start, "status")).isZero();
        assertThat(run(start, "stop")).isZero();
        assertThat(run(start, "status")).isEqualTo(3);
    }

    @Test
    void handsBackupAndCheckToTheStore() throws InterruptedException {
        BinderyProcess.Start start = BinderyProcess.in(home);
        Path copy = home.resolve("backup.bindery");
        try (BinderyProcess running = start.start()) {
            assertThat(run(start, "backup", copy.toString())).isZero();
            assertThat(run(start, "restore", copy.toString()))
                    .as("while running")
                    .isEqualTo(3);
            assertThat(running.terminate()).isZero();
        }
        assertThat(run(start, "check", copy.toString())).isZero();
        assertThat(run(start, "restore", copy.toString())).isZero();
        assertThat(run(start, "check")).isZero();
    }

    private static int run(BinderyProcess.Start start, String... command) throws InterruptedException {
        try (BinderyProcess process = start.run(command)) {
            return process.exitCode();
        }
    }
}
