package org.bindery.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/** Keeps a second process off the same home. The operating system drops the lock with the process, however it ends. */
final class HomeLock implements Closeable {

    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock acquire(Home home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String owner = read(channel);
                channel.close();
                throw new LaunchFailure(ExitCode.HOME_IN_USE, refusal(home, owner));
            }
            writePid(channel);
            return new HomeLock(channel);
        } catch (IOException e) {
            String sentence = "The lock file " + home.lockFile() + " cannot be used (" + Causes.of(e)
                    + "); put BINDERY_HOME on a local disk this user can write.";
            throw new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, e);
        }
    }

    private static String refusal(Home home, String owner) {
        return "Bindery already runs on " + home.root() + " as process " + owner
                + "; stop it with \"bindery stop\" or set BINDERY_HOME to another folder.";
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            // A byte far behind the text: some systems refuse to read a locked one, and others want to read the pid.
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process, as in a test.
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        channel.read(bytes, 0);
        return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().trim();
    }

    private static void writePid(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    /** The file stays: deleting it would let two processes lock two different files of one name. */
    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
