package org.bindery.store.embedded.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bindery.store.embedded.internal.RandomValues;
import org.bindery.store.embedded.internal.bson.Undefined;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link Filters}, {@link Filter}, {@link PathFilter}, {@link Operators}, {@link ValueTests}, {@link ValueTest},
 * {@link Comparison}, {@link ElementMatch}, {@link ModTest}, {@link TypeTest} and {@link ValueOrder}.
 */
class FiltersTest {

    private static Document field(String name, Object value) {
        return new Document(name, value);
    }

    private static boolean matches(Object value, Object condition) {
        return Filters.of(field("a", condition)).matches(field("a", value));
    }

    private static Document op(String operator, Object value) {
        return new Document(operator, value);
    }

    @Test
    void equalityLooksIntoArraysAndAtThemWhole() {
        assertThat(matches(List.of(1, 2), 2.0)).isTrue();
        assertThat(matches(List.of(1, 2), List.of(1, 2))).isTrue();
        assertThat(matches(List.of(List.of(1, 2), 3), List.of(1, 2))).isTrue();
        assertThat(matches(field("x", 1), field("x", 1L))).isTrue();
        assertThat(matches(5, field("x", null))).isFalse();
    }

    @Test
    void nullMatchesWhatIsMissingButNotScalarsInArraysOnTheWay() {
        assertThat(Filters.of(field("a", null)).matches(new Document())).isTrue();
        assertThat(Filters.of(field("a.b", null)).matches(field("a", 4))).isTrue();
        assertThat(Filters.of(field("a.b", null)).matches(field("a", List.of(1, 2))))
                .isFalse();
        assertThat(matches(null, op("$gte", null))).isTrue();
        assertThat(matches(null, op("$gt", null))).isFalse();
    }

    @Test
    void comparisonsStayWithinOneTypeAndEachBoundIsForItself() {
        assertThat(matches("z", op("$gt", 1))).isFalse();
        assertThat(matches(List.of(1, 20), op("$gt", 3).append("$lt", 10))).isTrue();
        assertThat(matches(List.of(1, 20), op("$elemMatch", op("$gt", 3).append("$lt", 10))))
                .isFalse();
        assertThat(matches(Double.NaN, op("$lt", 5))).isFalse();
        assertThat(matches(Double.NaN, op("$gte", Double.NaN))).isTrue();
        assertThat(matches("x", op("$gt", MinKey.getInstance()))).isTrue();
        assertThat(matches("x", op("$lt", MaxKey.getInstance()))).isTrue();
    }

    @Test
    void listsTypesSizesAndRests() {
        assertThat(matches(1, op("$in", Arrays.asList(null, 1)))).isTrue();
        assertThat(matches("abc", op("$in", List.of(new BsonRegularExpression("^a", "")))))
                .isTrue();
        assertThat(matches(1, op("$all", List.of(1)))).isTrue();
        assertThat(matches(List.of(1, 2), op("$all", List.of(1, 3)))).isFalse();
        assertThat(matches(List.of(1, 2), op("$size", 2))).isTrue();
        assertThat(matches(List.of(1), op("$type", "array"))).isTrue();
        assertThat(matches(1L, op("$type", List.of("string", "number")))).isTrue();
        assertThat(matches(Undefined.INSTANCE, op("$type", 6))).isTrue();
        assertThat(matches(7.9, op("$mod", List.of(4, 3)))).isTrue();
        assertThat(matches(5, op("$not", op("$gt", 7)))).isTrue();
        assertThat(matches(5, op("$ne", 5))).isFalse();
        assertThat(matches(5, op("$nin", List.of(1)))).isTrue();
        assertThat(matches(5, op("$exists", true))).isTrue();
    }

    @Test
    void patternsMatchTextsOnlyAndLogicCombines() {
        assertThat(matches("Foo", op("$regex", "^f").append("$options", "i"))).isTrue();
        assertThat(matches(15, op("$regex", "1"))).isFalse();
        Document either = op("$or", List.of(field("a", 1), field("b", 2)));
        assertThat(Filters.of(either).matches(field("b", 2))).isTrue();
        assertThat(Filters.of(op("$nor", List.of(field("a", 1)))).matches(field("a", 1)))
                .isFalse();
        assertThat(Filters.of(op("$expr", op("$gt", List.of("$a", "$b"))))
                        .matches(field("a", 2).append("b", 1)))
                .isTrue();
        assertThat(Filters.of(op("$comment", "why")).matches(new Document())).isTrue();
    }

    @Test
    void elementsOfDocumentsMeetAllConditionsTogether() {
        List<Document> lines =
                List.of(field("k", 1).append("v", 5), field("k", 2).append("v", 1));
        assertThat(matches(lines, op("$elemMatch", field("k", 1).append("v", op("$gt", 4)))))
                .isTrue();
        assertThat(matches(lines, op("$elemMatch", field("k", 2).append("v", op("$gt", 4)))))
                .isFalse();
        assertThat(matches(List.of(List.of(9)), op("$elemMatch", op("$gt", 5)))).isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedBeforeAnyDocument() {
        List<Document> bad = List.of(
                field("a", op("$near2", 1)),
                op("$xor", List.of()),
                op("$and", List.of()),
                op("$or", List.of(1)),
                field("a", op("$in", 1)),
                field("a", op("$regex", "(")),
                field("a", op("$options", "i")),
                field("a", op("$mod", List.of(0, 1))),
                field("a", op("$size", -1)),
                field("a", op("$type", "colour")),
                field("a", op("$all", 1)),
                field("a", op("$not", 1)),
                field("a", op("$elemMatch", 1)),
                op("$where", "1"));
        for (Document filter : bad) {
            assertThatThrownBy(() -> Filters.of(filter)).as(filter.toString()).isInstanceOf(MongoServerError.class);
        }
    }

    @Test
    void theOrderOfValuesIsTheOrderOfTheirKeys() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            Object one = RandomValues.value(random, 3);
            Object other = RandomValues.value(random, 3);
            assertThat(Integer.signum(ValueOrder.compare(one, other)))
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(KeyWriter.key(one), KeyWriter.key(other))));
        }
    }
}
