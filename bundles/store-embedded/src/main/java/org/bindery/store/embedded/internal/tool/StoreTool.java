package org.bindery.store.embedded.internal.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindery.store.embedded.CheckReport;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.StoreBackup;
import org.bindery.store.embedded.StoreCheck;
import org.bindery.store.embedded.StoreRestore;
import org.bindery.store.embedded.StoreUnusableException;

/**
 * {@code bindery backup}, {@code restore} and {@code check}: a program of its own, so that it works whether Bindery
 * runs or not, and also when it cannot start. Backup and check read a snapshot beside the running store; restore needs
 * it stopped.
 */
public final class StoreTool {

    static final int DONE = 0;
    static final int WRONG = 2;
    static final int IN_USE = 3;
    static final int DAMAGED = 7;

    private static final String USAGE = "usage: bindery backup FILE | bindery restore FILE | bindery check [FILE]";

    private final EmbeddedSettings settings;
    private final PrintStream out;
    private final PrintStream err;

    StoreTool(Path folder, PrintStream out, PrintStream err) {
        this.settings = EmbeddedSettings.inFolder(folder);
        this.out = out;
        this.err = err;
    }

    /** Arguments: the data folder, the command, its file. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Path folder = Path.of(words.get(0)).toAbsolutePath();
        int code;
        try (NativeFolder library = NativeFolder.beside(folder)) {
            library.use();
            code = new StoreTool(folder, System.out, System.err).run(words.subList(1, words.size()));
        }
        System.exit(code);
    }

    int run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        boolean hasFile = words.size() == 2;
        try {
            if (command.equals("backup") && hasFile) {
                return backup(Path.of(words.get(1)).toAbsolutePath());
            }
            if (command.equals("restore") && hasFile) {
                return restore(Path.of(words.get(1)).toAbsolutePath());
            }
            if (command.equals("check") && words.size() <= 2) {
                return check(hasFile ? Path.of(words.get(1)).toAbsolutePath() : null);
            }
        } catch (StoreUnusableException e) {
            err.println(e.getMessage());
            return switch (e.reason()) {
                case IN_USE -> IN_USE;
                case DAMAGED -> DAMAGED;
                case WRONG_FORMAT, FOLDER -> WRONG;
            };
        } catch (IOException e) {
            err.println("The disk did not do its part: " + e);
            return WRONG;
        }
        err.println(USAGE);
        return WRONG;
    }

    private int backup(Path target) throws IOException {
        StoreBackup.write(settings, target);
        out.println("Backed up " + Files.size(target) + " bytes to " + target + ".");
        return DONE;
    }

    private int restore(Path backup) throws IOException {
        Optional<Path> before = StoreRestore.restore(settings, backup);
        out.println("Restored " + backup + "."
                + before.map(old -> " What was there before is in " + old + ".").orElse(""));
        return DONE;
    }

    private int check(Path file) throws IOException {
        CheckReport report = file == null ? StoreCheck.check(settings) : StoreCheck.checkFile(file, settings);
        report.problems().forEach(err::println);
        out.println("Checked " + report.documents() + " documents and " + report.entries() + " index entries: "
                + (report.isSound()
                        ? "sound."
                        : report.problems().size() + " problems. Restore the last backup with bindery restore."));
        return report.isSound() ? DONE : DAMAGED;
    }
}
