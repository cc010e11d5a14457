package org.bindery.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder {@code BINDERY_HOME}: everything Bindery writes. */
record Home(Path root) {

    Path etc() {
        return root.resolve("etc");
    }

    Path data() {
        return root.resolve("data");
    }

    /** The framework's bundle cache; see {@link FrameworkCache}. */
    Path frameworkCache() {
        return data().resolve("cache/framework");
    }

    Path lockFile() {
        return data().resolve("bindery.lock");
    }

    /** Holds the address while the process is ready, so that scripts can ask without a request. */
    Path readyFile() {
        return data().resolve("bindery.ready");
    }

    /** Makes the folders and proves that they can be written. */
    void prepare(Path deployDir) {
        for (Path folder :
                List.of(root, etc(), data(), data().resolve("cache"), data().resolve("tmp"), root.resolve("log"))) {
            makeWritable(folder, "BINDERY_HOME");
        }
        makeWritable(deployDir, Setting.DEPLOY_DIR.variable());
    }

    private static void makeWritable(Path folder, String variable) {
        try {
            // A link to a folder is a folder here; createDirectories alone refuses it.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(folder, ".writable", null));
        } catch (IOException e) {
            String sentence = "The folder " + folder + " cannot be written (" + Causes.of(e)
                    + "); make it writable for this" + " user or set " + variable + " to another folder.";
            throw new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, e);
        }
    }
}
