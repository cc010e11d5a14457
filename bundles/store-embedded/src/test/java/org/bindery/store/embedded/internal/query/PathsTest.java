package org.bindery.store.embedded.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests {@link Paths}. */
class PathsTest {

    @Test
    void pathsAreTakenApartAndPositionsRecognised() {
        assertThat(Paths.split("a.b.")).containsExactly("a", "b", "");
        assertThat(Paths.position("12")).isEqualTo(12);
        assertThat(Paths.position("1a")).isNegative();
        assertThat(Paths.position("")).isNegative();
        assertThat(Paths.position("12345678901")).isNegative();
    }

    @Test
    void elementsAreFoundThroughArraysAndAtPositions() {
        Document document = new Document(
                "l", List.of(new Document("k", List.of(1, 2)), new Document("k", 3), new Document("z", 4)));
        assertThat(Paths.elements(document, Paths.split("l.k"))).containsExactly(1, 2, 3);
        assertThat(Paths.elements(document, Paths.split("l.1.k"))).containsExactly(3);
        assertThat(Paths.elements(document, Paths.split("x.y"))).isEmpty();
    }
}
