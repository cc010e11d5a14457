package org.bindery.deploy.internal.folder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bindery.deploy.internal.TestJar;
import org.bindery.deploy.internal.folder.JarCheck.BadJarException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCheckTest {

    @TempDir
    Path folder;

    private final JarCheck check = new JarCheck(5, 10_000);

    @Test
    void a_whole_bundle_passes() throws IOException {
        Path jar = write(shelf().bytes());
        assertThatCode(() -> check.check(jar)).doesNotThrowAnyException();
    }

    @Test
    void no_truncated_jar_passes_wherever_it_ends() throws IOException {
        byte[] whole = shelf().file("text", "some text".getBytes(StandardCharsets.UTF_8))
                .bytes();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length)).hasMessageContaining("Copy the whole file again");
        }
    }

    @Test
    void a_jar_damaged_inside_is_refused() throws IOException {
        byte[] noise = new byte[2_000];
        new Random(1).nextBytes(noise);
        byte[] jar = shelf().file("noise", noise).bytes();
        jar[jar.length / 2] ^= 1;

        assertRefused(jar);
    }

    @Test
    void a_jar_of_too_many_entries_is_refused_naming_the_setting() throws IOException {
        TestJar jar = shelf();
        for (int i = 0; i < 6; i++) {
            jar.file("f" + i, new byte[0]);
        }

        assertRefused(jar.bytes()).hasMessageContaining("bindery.deploy.max.entries");
    }

    @Test
    void a_jar_that_unpacks_to_too_much_is_refused_naming_the_setting() throws IOException {
        assertRefused(shelf().file("zeros", new byte[20_000]).bytes())
                .hasMessageContaining("bindery.deploy.max.unpacked.bytes");
    }

    @Test
    void entries_that_point_out_of_the_jar_are_refused() throws IOException {
        assertRefused(shelf().file("../evil", new byte[1]).bytes()).hasMessageContaining("../evil");
        assertRefused(shelf().file("/evil", new byte[1]).bytes()).hasMessageContaining("/evil");
        assertRefused(shelf().file("a\\evil", new byte[1]).bytes()).hasMessageContaining("evil");
    }

    @Test
    void an_entry_name_with_two_dots_inside_is_fine() throws IOException {
        Path jar = write(shelf().file("a/b..c", new byte[1]).bytes());
        assertThatCode(() -> check.check(jar)).doesNotThrowAnyException();
    }

    @Test
    void jars_that_are_no_bundle_are_refused_saying_what_is_missing() throws IOException {
        Path empty = folder.resolve("empty.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("a"));
        }
        assertThatThrownBy(() -> check.check(empty)).hasMessageContaining("MANIFEST.MF");
        assertRefused(TestJar.noBundle().bytes()).hasMessageContaining("Bundle-SymbolicName");
        assertRefused(shelf().header("Fragment-Host", "x").bytes()).hasMessageContaining("fragment");
    }

    private static TestJar shelf() {
        return TestJar.bundle("shelf", "1.0.0");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] content) throws IOException {
        Path jar = write(content);
        return assertThatThrownBy(() -> check.check(jar)).isInstanceOf(BadJarException.class);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.jar"), content);
    }
}
