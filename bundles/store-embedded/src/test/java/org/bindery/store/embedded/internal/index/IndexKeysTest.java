package org.bindery.store.embedded.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexField;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.key.EmptyArray;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link IndexKeys}, {@link DuplicateKey}, {@link IndexInfo}, {@link IndexField}, {@link CollectionInfo},
 * {@link Catalogue}, {@link Namespace} and {@link IndexEntries}.
 */
class IndexKeysTest {

    private static IndexInfo index(boolean sparse, String... paths) {
        List<IndexField> fields =
                Arrays.stream(paths).map(path -> new IndexField(path, false)).toList();
        return new IndexInfo(1, "i", fields, false, sparse, 0);
    }

    private static IndexKeys keys(Document document, IndexInfo index) {
        return IndexKeys.of(document, index, StoreLimits.defaults());
    }

    private static Set<byte[]> wanted(Object... values) {
        Set<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        for (Object value : values) {
            keys.add(KeyWriter.key(value));
        }
        return keys;
    }

    private static void assertKeys(Document document, String path, Object... values) {
        assertThat(keys(document, index(false, path)).keys().toArray(byte[][]::new))
                .isDeepEqualTo(wanted(values).toArray(byte[][]::new));
    }

    @Test
    void valuesAreFoundThroughDocumentsAndArrays() {
        assertKeys(new Document("a", 1), "a", 1);
        assertKeys(new Document(), "a", new Object[] {null});
        assertKeys(new Document("a", new Document("b", 2)), "a.b", 2);
        assertKeys(new Document("a", List.of(1, 2, 2)), "a", 1, 2);
        assertKeys(new Document("a", List.of()), "a", EmptyArray.INSTANCE);
        assertKeys(new Document("a", List.of(new Document("b", 1), new Document("c", 2))), "a.b", 1, null);
        assertKeys(new Document("a", List.of(5, 6)), "a.1", 6);
        assertKeys(new Document("a", List.of(List.of(1), 2)), "a", List.of(1), 2);
    }

    @Test
    void fieldsOfOneArrayStayTogetherAndTwoArraysAreRefused() {
        IndexInfo index = index(false, "a.b", "a.c");
        Document document =
                new Document("a", List.of(new Document("b", 1).append("c", 2), new Document("b", 3).append("c", 4)));
        assertThat(keys(document, index).keys()).hasSize(2);
        assertThat(keys(document, index).arrayFields()).isEqualTo(3);
        Document two = new Document("x", List.of(1)).append("y", List.of(2));
        assertThatThrownBy(() -> keys(two, index(false, "x", "y")))
                .isInstanceOf(MongoServerError.class)
                .hasMessageContaining("parallel");
    }

    @Test
    void aSparseIndexLeavesOutDocumentsWithNoneOfItsFields() {
        assertThat(keys(new Document("z", 1), index(true, "a", "b")).keys()).isEmpty();
        assertThat(keys(new Document("b", null), index(true, "a", "b")).keys()).hasSize(1);
    }

    @Test
    void hugeArraysAndHugeKeysAreRefused() {
        List<Integer> many = IntStream.range(0, 10_001).boxed().toList();
        assertThatThrownBy(() -> keys(new Document("a", many), index(false, "a")))
                .hasMessageContaining("too many keys")
                .hasMessageContaining("10000");
        assertThatThrownBy(() -> keys(new Document("a", "x".repeat(20_000)), index(false, "a")))
                .hasMessageContaining("index key too large");
    }

    @Test
    void aDuplicateNamesCollectionIndexAndValue() {
        CollectionInfo info = new CollectionInfo(1, new Namespace("d", "c"), new UUID(1, 2), List.of());
        DuplicateKey duplicate = DuplicateKey.of(info, index(false, "a.b"), new Document("a", new Document("b", "v")));
        assertThat(duplicate.getMessage()).contains("d.c").contains("index: i").contains("{ a.b: \"v\" }");
        assertThat(DuplicateKey.id(info, "x".repeat(1000)).getMessage().length())
                .isLessThan(400);
    }

    @Test
    void aCatalogueIsAValue() {
        Namespace name = new Namespace("d", "c");
        CollectionInfo info = new CollectionInfo(1, name, new UUID(1, 2), List.of());
        Catalogue one = Catalogue.empty().with(info.with(index(false, "a")));
        assertThat(one.find(name)).isPresent().get().satisfies(found -> {
            assertThat(found.index("i")).isPresent();
            assertThat(found.without(found.indexes().get(0)).indexes()).isEmpty();
            assertThat(found.renamed(new Namespace("d", "e")).table()).isEqualTo("c1");
        });
        assertThat(one.databases()).containsExactly("d");
        assertThat(one.of("d")).hasSize(1);
        assertThat(one.without(name).size()).isZero();
        assertThat(Catalogue.empty().all()).isEmpty();
    }

    @Test
    void anIndexRemembersFieldsWithArrays() {
        IndexInfo index = index(false, "a", "b");
        index.addArrayFields(2);
        assertThat(index.isArrayField(1)).isTrue();
        assertThat(index.isArrayField(0)).isFalse();
        assertThat(index.savedArrayFields()).isZero();
        assertThat(index.describe()).containsEntry("name", "i");
    }

    @Test
    void namesFollowMongosRules() {
        for (String bad : List.of("", "a$b", ".a", "a.", "a..b", "system.x", "a\0b", "x".repeat(300))) {
            assertThatThrownBy(() -> Namespace.checked("db", bad)).as(bad).isInstanceOf(MongoServerError.class);
        }
        assertThatThrownBy(() -> Namespace.checked("a b", "c")).isInstanceOf(MongoServerError.class);
        assertThat(Namespace.checked("db", "a.b").toString()).isEqualTo("db.a.b");
    }
}
