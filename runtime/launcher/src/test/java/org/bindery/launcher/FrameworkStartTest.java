package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bindery.launcher.SystemJars.SystemJar;
import org.bindery.launcher.TinyBundle.Failing;
import org.bindery.launcher.TinyBundle.Ready;
import org.bindery.launcher.TinyBundle.Silent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** {@link FrameworkStart} together with {@link ReadyWatch}, in a framework inside this process. */
class FrameworkStartTest {

    @TempDir
    private Path folder;

    @Test
    void installsEachJarAtItsLevelAndSeesItReady() throws BundleException, InterruptedException {
        Path jar = folder.resolve("ready.jar");
        TinyBundle.write(jar, Ready.class);
        try (TestFramework test = new TestFramework(folder.resolve("cache"))) {
            ReadyWatch watch = new ReadyWatch(test.context());
            List<Bundle> bundles = FrameworkStart.install(test.context(), List.of(new SystemJar(jar, 7)));
            assertThat(bundles.get(0).adapt(BundleStartLevel.class).getStartLevel())
                    .isEqualTo(7);
            watch.expect(bundles);
            test.framework.start();
            assertThat(watch.await(Duration.ofSeconds(30))).isTrue();
            assertThat(watch.inactive()).isEmpty();
        }
    }

    @Test
    void keepsTheReasonWhyABundleDoesNotRun() throws BundleException, InterruptedException {
        Path jar = folder.resolve("failing.jar");
        TinyBundle.write(jar, Failing.class);
        try (TestFramework test = new TestFramework(folder.resolve("cache"))) {
            ReadyWatch watch = new ReadyWatch(test.context());
            watch.expect(FrameworkStart.install(test.context(), List.of(new SystemJar(jar, 7))));
            test.framework.start();
            assertThat(watch.await(Duration.ofSeconds(30))).isFalse();
            assertThat(watch.inactive()).containsOnlyKeys("tiny.Failing 1.0.0");
            assertThat(watch.inactive().values().toString()).contains("the tiny engine is broken");
        }
    }

    @Test
    void refusesAJarThatIsNone() {
        Path jar = folder.resolve("broken.jar");
        TestInstallation.write(jar, "not a jar");
        try (TestFramework test = new TestFramework(folder.resolve("cache"))) {
            assertThatThrownBy(() -> FrameworkStart.install(test.context(), List.of(new SystemJar(jar, 7))))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("unpack the distribution again");
        }
    }

    @Test
    void keepsWhatTheCacheHoldsAndUninstallsWhatIsNoLongerWanted() throws BundleException {
        Path kept = folder.resolve("kept.jar");
        Path dropped = folder.resolve("dropped.jar");
        TinyBundle.write(kept, Ready.class);
        TinyBundle.write(dropped, Silent.class);
        long id;
        try (TestFramework first = new TestFramework(folder.resolve("cache"))) {
            id = FrameworkStart.install(first.context(), List.of(new SystemJar(dropped, 3), new SystemJar(kept, 7)))
                    .get(1)
                    .getBundleId();
        }
        new FrameworkCache(folder.resolve("cache"), "test").markClean();
        try (TestFramework second = new TestFramework(folder.resolve("cache"))) {
            List<Bundle> bundles = FrameworkStart.install(second.context(), List.of(new SystemJar(kept, 8)));
            assertThat(bundles).singleElement().satisfies(bundle -> {
                assertThat(bundle.getBundleId()).isEqualTo(id);
                assertThat(bundle.adapt(BundleStartLevel.class).getStartLevel()).isEqualTo(8);
            });
            assertThat(second.context().getBundles()).hasSize(2);
        }
    }
}
