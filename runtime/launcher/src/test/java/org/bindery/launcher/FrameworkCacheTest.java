package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkCacheTest {

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void fill() {
        folder = home.resolve("framework");
        TestInstallation.write(folder.resolve("bundle1/bundle.info"), "1");
    }

    @Test
    void isKeptAfterACleanStop() {
        cache("launcher 1").markClean();
        cache("launcher 1").open();
        assertThat(folder.resolve("bundle1/bundle.info")).exists();
    }

    @Test
    void isMadeAnewAfterACrash() {
        cache("launcher 1").markClean();
        cache("launcher 1").open();
        cache("launcher 1").open();
        assertThat(folder).doesNotExist();
    }

    @Test
    void isMadeAnewForAnotherLauncher() {
        cache("launcher 1").markClean();
        cache("launcher 2").open();
        assertThat(folder).doesNotExist();
    }

    @Test
    void isMadeAnewWhenTheFrameworkCannotUseIt() {
        cache("launcher 1").rebuild("no such revision");
        assertThat(folder).doesNotExist();
    }

    private FrameworkCache cache(String owner) {
        return new FrameworkCache(folder, owner);
    }
}
