package org.bindery.launcher;

import java.nio.file.Path;

/** The program's own folder, which is never written to: lib, etc, features, system. */
record Distribution(Path root) {

    Path features() {
        return root.resolve("features");
    }

    Path system() {
        return root.resolve("system");
    }

    Path etc() {
        return root.resolve("etc");
    }
}
