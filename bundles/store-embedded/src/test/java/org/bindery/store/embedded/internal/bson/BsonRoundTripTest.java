package org.bindery.store.embedded.internal.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bindery.store.embedded.internal.RandomValues;
import org.junit.jupiter.api.Test;

/** Tests {@link BsonWriter}, {@link BsonReader}, {@link BsonFormatException} and {@link TypedBinary}. */
class BsonRoundTripTest {

    @Test
    void everyRandomDocumentComesBackEqual() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Document document = RandomValues.document(random, 4);
            byte[] bytes = BsonWriter.toBytes(document);
            assertThat(BsonWriter.toBytes(BsonReader.read(bytes, 0, 100)))
                    .as("seed %d, document %s", seed, document)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void binarySubtypesAreKept() {
        TypedBinary binary = new TypedBinary((byte) 0x80, new byte[] {1, 2, 3});
        Document read = BsonReader.read(BsonWriter.toBytes(new Document("b", binary)), 0, 10);
        assertThat(read.get("b")).isEqualTo(binary).hasSameHashCodeAs(binary);
        assertThat(((TypedBinary) read.get("b")).subtype()).isEqualTo((byte) 0x80);
        assertThat(binary.toString()).contains("bytes=3");
    }

    @Test
    void nestingBeyondTheLimitIsRefusedWithoutFollowingIt() {
        Document document = new Document();
        for (int i = 0; i < 500; i++) {
            document = new Document("d", document);
        }
        byte[] bytes = BsonWriter.toBytes(document);
        assertThatThrownBy(() -> BsonReader.read(bytes, 0, 100))
                .isInstanceOf(BsonFormatException.class)
                .hasMessageContaining("100 levels");
    }

    @Test
    void brokenBytesAreRefusedAndNeverReadBeyondTheirEnd() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = BsonWriter.toBytes(RandomValues.document(random, 4));
        for (int i = 0; i < 5000; i++) {
            byte[] bad = Arrays.copyOf(good, good.length);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                BsonReader.read(bad, 0, 100);
            } catch (BsonFormatException | IllegalArgumentException e) {
                assertThat(e).as("seed %d", seed).hasMessageNotContaining("Index");
            }
        }
    }

    @Test
    void aFieldThatOccursTwiceIsRefused() {
        byte[] bytes = BsonWriter.toBytes(new Document("a", 1).append("b", 2));
        bytes[12] = 'a';
        assertThatThrownBy(() -> BsonReader.read(bytes, 0, 10)).hasMessageContaining("twice");
    }

    @Test
    void aNameWithNulIsRefused() {
        Document document = new Document("a\0b", 1);
        assertThatThrownBy(() -> BsonWriter.toBytes(document)).hasMessageContaining("NUL");
    }

    @Test
    void largeDocumentsKeepTheirTypesWhileTheBufferGrows() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Document("n", i).append("t", "text" + i));
        }
        byte[] bytes = BsonWriter.toBytes(new Document("many", many));
        assertThat(BsonReader.read(bytes, 0, 10).get("many")).isEqualTo(many);
    }
}
