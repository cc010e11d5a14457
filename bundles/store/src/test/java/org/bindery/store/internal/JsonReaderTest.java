package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonTimestamp;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);
    private static final String ALPHABET = "ab.$%\0ä\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "1.10",
                "1E+3",
                "1E-6176",
                "9.999999999999999999999999999999999E+6144",
                "1E+6145",
                "1E-7000",
                "12345678901234567890123456789012345",
                "0.00",
                "-1.000",
                "1E+6111",
                "10E+6111"
            })
    void bringsDecimalsBackDigitForDigit(String decimal) {
        ObjectNode json = JSON.objectNode();
        json.set("d", JSON.numberNode(new BigDecimal(decimal)));
        assertThat(backAgain(json).get("d").decimalValue()).isEqualTo(new BigDecimal(decimal));
    }

    @Test
    void bringsRandomContentBackWithItsKindsOfNumbersAndItsOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            ObjectNode json = object(random, 4);
            ObjectNode back = backAgain(json);
            assertThat(back).as("seed %d", seed).isEqualTo(json);
            assertThat(back.toString()).as("seed %d", seed).isEqualTo(json.toString());
        }
    }

    @Test
    void bringsTextBackThatIsNoUnicode() {
        ObjectNode json =
                JSON.objectNode().put("half", "a\ud83db").put("other", "\ude00").put("whole", "\ud83d\ude00");
        assertThat(backAgain(json)).isEqualTo(json);
    }

    @Test
    void refusesWhatTheWriterNeverWrites() {
        BsonDocument foreign = new BsonDocument("t", new BsonTimestamp(1, 1));
        assertThatThrownBy(() -> JsonReader.read(new BsonDocumentReader(foreign)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TIMESTAMP");
    }

    private static ObjectNode backAgain(ObjectNode json) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        JsonWriter.write(new BsonBinaryWriter(bytes), json);
        return JsonReader.read(new BsonBinaryReader(ByteBuffer.wrap(bytes.toByteArray())));
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode json = JSON.objectNode();
        for (int fields = random.nextInt(5); fields > 0; fields--) {
            json.set(text(random), value(random, depth - 1));
        }
        return json;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(random.nextLong());
            case 4 -> JSON.numberNode(random.nextGaussian());
            case 5 -> JSON.numberNode(new BigDecimal(new BigInteger(random.nextInt(150), random), random.nextInt(50)));
            case 6 -> JSON.numberNode(new BigInteger(100, random));
            case 7, 8 -> JSON.textNode(text(random));
            case 9 -> object(random, depth);
            default -> JSON.arrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
