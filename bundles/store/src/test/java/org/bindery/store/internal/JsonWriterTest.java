package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.bindery.hub.store.UnstorableContentException;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonType;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    @Test
    void writesNumbersAsTheTypeThatHoldsThemWhole() {
        json.put("int", 1).put("long", 1L << 40).put("double", 0.5);
        json.put("decimal", new BigDecimal("1.10")).put("big", BigInteger.TWO.pow(100));
        BsonDocument bson = written();
        assertThat(bson.get("int").getBsonType()).isEqualTo(BsonType.INT32);
        assertThat(bson.get("long").getBsonType()).isEqualTo(BsonType.INT64);
        assertThat(bson.get("double").getBsonType()).isEqualTo(BsonType.DOUBLE);
        assertThat(bson.get("decimal").getBsonType()).isEqualTo(BsonType.DECIMAL128);
        assertThat(bson.getDocument("big")).containsKey(JsonWriter.BIG_INTEGER);
    }

    @Test
    void writesAFloatByItsTextAndNotByItsError() {
        json.put("float", 1.1f);
        assertThat(written().getDouble("float").getValue()).isEqualTo(1.1);
    }

    @Test
    void takesContentUpToItsDeepestLevelAndRefusesTheNext() {
        ObjectNode level = json;
        for (int depth = 1; depth < JsonWriter.DEEPEST; depth++) {
            level = level.putObject("a");
        }
        assertThatCode(this::written).doesNotThrowAnyException();
        level.putArray("a");
        assertThatThrownBy(this::written)
                .isInstanceOf(UnstorableContentException.class)
                .hasMessageContaining("90 levels");
    }

    private BsonDocument written() {
        BsonDocument bson = new BsonDocument();
        JsonWriter.write(new BsonDocumentWriter(bson), json);
        return bson;
    }
}
