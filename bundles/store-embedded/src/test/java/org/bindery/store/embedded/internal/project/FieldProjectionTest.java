package org.bindery.store.embedded.internal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link FieldProjection}, {@link ComputedFields}, {@link ProjectionParser}, {@link FieldTree} and
 * {@link Shapes}.
 */
class FieldProjectionTest {

    private static Document doc(Object... pairs) {
        Document document = new Document();
        for (int i = 0; i < pairs.length; i += 2) {
            document.put((String) pairs[i], pairs[i + 1]);
        }
        return document;
    }

    private static String find(Document document, Document fields) {
        return FieldProjection.of(fields, doc("a", doc("$gt", 4)))
                .apply(document)
                .toString();
    }

    private static final Document SAMPLE =
            doc("_id", 1, "z", 1, "a", List.of(1, 5, 9), "d", doc("x", 1, "y", 2), "m", 3);

    @Test
    void namedFieldsStayInTheDocumentsOrder() {
        assertThat(find(SAMPLE, doc("m", 1, "z", true)))
                .isEqualTo(doc("_id", 1, "z", 1, "m", 3).toString());
        assertThat(find(SAMPLE, doc("d.y", 1, "_id", 0)))
                .isEqualTo(doc("d", doc("y", 2)).toString());
        assertThat(find(SAMPLE, doc("d", doc("x", 1))))
                .isEqualTo(doc("_id", 1, "d", doc("x", 1)).toString());
    }

    @Test
    void excludedFieldsGoAlsoInsideArrays() {
        Document lines = doc("_id", 1, "l", List.of(doc("x", 1, "y", 2), 5, doc("y", 3)));
        assertThat(find(lines, doc("l.y", 0)))
                .isEqualTo(doc("_id", 1, "l", List.of(doc("x", 1), 5, doc())).toString());
        assertThat(find(lines, doc("l.x", 1)))
                .isEqualTo(doc("_id", 1, "l", List.of(doc("x", 1), doc())).toString());
        assertThat(find(lines, doc("_id", 0))).startsWith("{\"l\"");
    }

    @Test
    void partsOfArrays() {
        assertThat(find(SAMPLE, doc("a", doc("$slice", -1), "z", 1)))
                .isEqualTo(doc("_id", 1, "z", 1, "a", List.of(9)).toString());
        assertThat(find(SAMPLE, doc("a", doc("$slice", List.of(1, 1)))))
                .contains("\"m\" : 3")
                .contains("[ 5 ]");
        assertThat(find(SAMPLE, doc("a", doc("$elemMatch", doc("$gt", 4)))))
                .isEqualTo(doc("_id", 1, "a", List.of(5)).toString());
        assertThat(find(SAMPLE, doc("a.$", 1)))
                .isEqualTo(doc("_id", 1, "a", List.of(5)).toString());
        assertThatThrownBy(() -> find(doc("_id", 1, "a", List.of(1)), doc("a.$", 1)))
                .isInstanceOf(MongoServerError.class);
    }

    @Test
    void computedFieldsComeBehind() {
        assertThat(find(SAMPLE, doc("up", doc("$add", List.of("$m", 1)), "z", 1)))
                .isEqualTo(doc("_id", 1, "z", 1, "up", 4).toString());
    }

    @Test
    void fieldsAreAddedInsideDocumentsAndEachElement() {
        Document document = doc("n", doc("x", 1), "l", List.of(doc("k", 1), doc("k", 2)));
        assertThat(ComputedFields.stage(doc("n.z", 2, "l.s", "$n.x", "new", doc("deep", true)))
                        .apply(document)
                        .toString())
                .isEqualTo(doc(
                                "n",
                                doc("x", 1, "z", 2),
                                "l",
                                List.of(doc("k", 1, "s", 1), doc("k", 2, "s", 1)),
                                "new",
                                doc("deep", true))
                        .toString());
        assertThat(ComputedFields.stage(doc("n", "$$REMOVE", "gone", "$nowhere"))
                        .apply(doc("n", 1, "gone", 2))
                        .keySet())
                .doesNotContain("gone");
    }

    @Test
    void mixturesAndCollisionsAreRefused() {
        assertThatThrownBy(() -> find(SAMPLE, doc("a", 1, "z", 0)))
                .satisfies(e -> assertThat(((MongoServerError) e).getCode()).isEqualTo(31254));
        assertThatThrownBy(() -> find(SAMPLE, doc("a", 0, "z", 1)))
                .satisfies(e -> assertThat(((MongoServerError) e).getCode()).isEqualTo(31253));
        assertThatThrownBy(() -> find(SAMPLE, doc("d", 1, "d.x", 1))).hasMessageContaining("collision");
        assertThatThrownBy(() -> find(SAMPLE, doc("d..x", 1))).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> FieldProjection.stage(doc())).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> ComputedFields.stage(1)).isInstanceOf(MongoServerError.class);
        assertThat(FieldProjection.of(doc(), doc())).isNull();
    }
}
