package org.bindery.store.embedded.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.bindery.store.embedded.internal.aggregate.DatabaseView;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link DocumentUpdate}, {@link OneDocumentCollection}, {@link PipelineUpdate}, {@link UpdateOperators},
 * {@link StageNames} and {@link DocumentRules}.
 */
class DocumentUpdateTest {

    private final DatabaseView database = new DatabaseView("d", null, new DocumentRules(100));

    private DocumentUpdate update(Document selector, Object update) {
        return new DocumentUpdate(database, "c", selector, update, List.of());
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }

    @Test
    void operatorsReplacementsAndPipelinesKeepTheId() {
        Document current = new Document("_id", 1).append("a", 1);
        assertThat(update(new Document(), set("b", 2)).apply(current.cloneDeeply()))
                .isEqualTo(new Document("_id", 1).append("a", 1).append("b", 2));
        DocumentUpdate replacement = update(new Document(), new Document("z", 9));
        assertThat(replacement.isReplacement()).isTrue();
        assertThat(replacement.apply(current.cloneDeeply())).isEqualTo(new Document("_id", 1).append("z", 9));
        List<Document> pipeline = List.of(new Document("$replaceWith", new Document("n", "$a")));
        assertThat(update(new Document(), pipeline).apply(current.cloneDeeply()))
                .isEqualTo(new Document("_id", 1).append("n", 1));
        assertThatThrownBy(() -> update(new Document(), set("_id", 2)).apply(current.cloneDeeply()))
                .isInstanceOf(MongoServerError.class);
    }

    @Test
    void anUpsertTakesOverWhatTheSelectorSays() {
        Document selector = new Document("_id", 7).append("a", new Document("$eq", 1));
        assertThat(update(selector, set("b", 2)).upsert())
                .isEqualTo(new Document("_id", 7).append("a", 1).append("b", 2));
        assertThat(update(selector, List.of(new Document("$set", new Document("b", 3))))
                        .upsert())
                .containsEntry("b", 3)
                .containsEntry("_id", 7);
    }

    @Test
    void newFieldsComeInTheOrderOfTheirNames() {
        Document both = new Document("$set", new Document("b", 1).append("a", 1));
        assertThat(update(new Document(), both).apply(new Document("_id", 1)).keySet())
                .containsExactly("_id", "a", "b");
    }

    @Test
    void whatWouldBeWrongSilentlyIsRefused() {
        assertThatThrownBy(() -> update(new Document(), set("", 1))).hasMessageContaining("empty field name");
        assertThatThrownBy(() -> update(new Document(), set("a.", 1))).isInstanceOf(MongoServerError.class);
        Document inc = new Document("$inc", new Document("n", 1L));
        assertThatThrownBy(() -> update(new Document(), inc).apply(new Document("_id", 1).append("n", Long.MAX_VALUE)))
                .hasMessageContaining("range of a long");
        Document mixed = new Document("$set", new Document("a", 1)).append("b", 1);
        assertThatThrownBy(() -> update(new Document(), mixed)).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> update(new Document(), 5)).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> update(new Document(), new Document("$set", 1)))
                .isInstanceOf(MongoServerError.class);
        List<Document> group = List.of(new Document("$group", new Document("_id", 1)));
        assertThatThrownBy(() -> update(new Document(), group).apply(new Document("_id", 1)))
                .hasMessageContaining("not allowed");
    }

    @Test
    void newStageNamesBecomeOldOnesAlsoInside() {
        Document facet = new Document("$facet", new Document("f", List.of(set("a", 1))));
        Document lookup = new Document("$lookup", new Document("pipeline", List.of(set("a", 1))));
        String plain = StageNames.plain(List.of(set("a", 1), facet, lookup)).toString();
        assertThat(plain).contains("$addFields").doesNotContain("$set");
    }

    @Test
    void documentsGetAnIdInFrontAndHaveLimits() {
        DocumentRules rules = new DocumentRules(3);
        assertThat(rules.prepare(new Document("a", 1)).keySet()).containsExactly("_id", "a");
        assertThat(rules.prepare(new Document("a", 1).append("_id", 5)).keySet())
                .containsExactly("_id", "a");
        assertThatThrownBy(() -> rules.prepare(new Document("_id", List.of(1)))).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> rules.prepare(new Document("_id", new Document("$x", 1))))
                .isInstanceOf(MongoServerError.class);
        Document deep = new Document("a", new Document("b", new Document("c", new Document())));
        assertThatThrownBy(() -> rules.prepare(deep)).hasMessageContaining("too deeply");
        Document large = new Document("_id", 1).append("t", "x".repeat(DocumentRules.LARGEST));
        assertThatThrownBy(() -> rules.encode(large)).hasMessageContaining("too large");
    }
}
