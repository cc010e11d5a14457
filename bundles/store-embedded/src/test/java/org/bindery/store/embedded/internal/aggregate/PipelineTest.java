package org.bindery.store.embedded.internal.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.query.Deadline;
import org.bindery.store.embedded.internal.query.Sort;
import org.junit.jupiter.api.Test;

/** Tests {@link Pipeline}, {@link SortStage}, {@link HeldBytes}, {@link StageChecks} and {@link CollectionView}. */
class PipelineTest {

    private static Pipeline of(Document... stages) {
        return Pipeline.of(List.of(stages), null, Deadline.never());
    }

    @Test
    void theBeginningBecomesAFind() {
        Pipeline pipeline = of(
                new Document("$match", new Document("a", 1)),
                new Document("$match", new Document("b", 2)),
                new Document("$sort", new Document("c", -1)),
                new Document("$skip", 2),
                new Document("$limit", 5),
                new Document("$match", new Document("late", 1)));
        assertThat(pipeline.find().filter().toString()).contains("$and");
        assertThat(pipeline.find().sort().fields()).hasSize(1);
        assertThat(pipeline.find().skip()).isEqualTo(2);
        assertThat(pipeline.find().limit()).isEqualTo(5);
        assertThat(pipeline.counted()).isNull();
    }

    @Test
    void aCountIsRecognised() {
        Document group = new Document("_id", 1).append("n", new Document("$sum", 1));
        assertThat(of(new Document("$match", new Document()), new Document("$group", group))
                        .counted())
                .isEqualTo("n");
        assertThat(Pipeline.writes(List.of(new Document("$out", "x")))).isTrue();
        assertThat(Pipeline.writes(List.of(new Document("$match", new Document()))))
                .isFalse();
    }

    @Test
    void sortsAndCollectingStagesHaveALimitOfBytes() {
        Sort sort = Sort.of(new Document("n", -1));
        List<Object> sorted = SortStage.sort(numbers(5), sort, 2, 10_000)
                .map(document -> document.get("n"))
                .toList();
        assertThat(sorted).containsExactly(4, 3);
        assertThatThrownBy(() -> SortStage.sort(numbers(1000), sort, 0, 10_000)).hasMessageContaining("memory limit");
        Document push = new Document("$group", new Document("_id", null).append("all", new Document("$push", "$n")));
        assertThatThrownBy(() -> HeldBytes.limit(push, numbers(5000), 10_000).toList())
                .hasMessageContaining("$group exceeded");
        Document sum = new Document("$group", new Document("_id", null).append("s", new Document("$sum", "$n")));
        assertThat(HeldBytes.limit(sum, numbers(5000), 10_000)).hasSize(5000);
        Document facet = new Document("$facet", new Document());
        assertThatThrownBy(() -> HeldBytes.limit(facet, numbers(5000), 10_000).toList())
                .isInstanceOf(MongoServerError.class);
    }

    private static Stream<Document> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Document("n", i));
    }

    @Test
    void stagesWithWrongValuesAreRefused() {
        assertThatThrownBy(() -> of(new Document("$limit", 0))).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> StageChecks.skip(-1)).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> StageChecks.sort(new Document())).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(() -> StageChecks.filter(1)).isInstanceOf(MongoServerError.class);
    }
}
