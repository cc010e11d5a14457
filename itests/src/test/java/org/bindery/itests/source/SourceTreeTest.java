package org.bindery.itests.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.bindery.itests.source.SourceTree.Length;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows where the code grows. The limits themselves are in .mvn/checkstyle.xml. */
class SourceTreeTest {

    @TempDir
    Path folder;

    @Test
    void measuresMethodsAndFilesOfTheMainSources() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(sources.resolve("Two.java"), "class Two {\n\n  int one() {\n    return 1;\n  }\n}\n");
        SourceTree tree = new SourceTree(folder);
        assertThat(tree.methods()).containsExactly(new Length("Two.java:3 one", 3));
        assertThat(tree.files()).containsExactly(new Length("src/main/java/Two.java", 6));
    }

    @Test
    void printsTheTenLongestMethodsAndFiles() throws IOException {
        SourceTree tree = new SourceTree(SourceTree.checkout());
        assertThat(print("methods", tree.methods())).hasSize(10);
        assertThat(print("files", tree.files())).hasSize(10);
    }

    private static List<Length> print(String what, List<Length> lengths) {
        List<Length> longest = lengths.stream()
                .sorted(Comparator.comparingLong(Length::lines).reversed())
                .limit(10)
                .toList();
        System.out.println("The ten longest " + what + " of " + lengths.size() + ":");
        longest.forEach(length -> System.out.println("  " + length.lines() + "  " + length.name()));
        return longest;
    }
}
