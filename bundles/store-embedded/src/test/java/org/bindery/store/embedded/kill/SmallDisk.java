package org.bindery.store.embedded.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes in memory, for who may mount one. */
final class SmallDisk implements AutoCloseable {

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** Whether this machine and user may mount: Linux and root, or a container that allows it. */
    static boolean possible(Path scratch) throws IOException {
        try (SmallDisk tried = mount(Files.createDirectories(scratch.resolve("probe")), 1)) {
            return Files.isDirectory(tried.folder());
        } catch (IOException notAllowed) {
            return false;
        }
    }

    static SmallDisk mount(Path mount, int mebibytes) throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "none", mount.toString());
        return new SmallDisk(mount);
    }

    Path folder() {
        return mount;
    }

    void readOnly() throws IOException {
        run("mount", "-o", "remount,ro", mount.toString());
    }

    void writable() throws IOException {
        run("mount", "-o", "remount,rw", mount.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", mount.toString());
    }

    /** Runs a program of the system; fails with what it said. */
    static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
        return said;
    }
}
