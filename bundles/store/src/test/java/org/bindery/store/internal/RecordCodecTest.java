package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.bindery.hub.store.StoredRecord;
import org.bindery.store.internal.HistoryCodec.OldState;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;

/** Tests {@link RecordCodec}, {@link HistoryCodec} and {@link RecordFields}. */
class RecordCodecTest {

    private final StoredRecord record = new StoredRecord(
            7,
            "object",
            3,
            2,
            "some-uuid",
            JsonNodeFactory.instance.objectNode().put("a.b", 1));

    @Test
    void keepsARecordUnderItsSystemObjectId() {
        BsonDocument document = encode(new RecordCodec(), record);
        assertThat(document.getInt64(RecordFields.SYSTEM_OBJECT_ID).getValue()).isEqualTo(7);
        assertThat(decode(new RecordCodec(), document)).isEqualTo(record);
    }

    @Test
    void keepsAnOldStateUnderItsRecordAndVersion() {
        BsonDocument document = encode(new HistoryCodec(), new OldState(record));
        assertThat(document.getString("_id").getValue()).isEqualTo("7:2");
        assertThat(document.getInt64(RecordFields.RECORD).getValue()).isEqualTo(7);
        assertThat(decode(new HistoryCodec(), document).record()).isEqualTo(record);
    }

    @Test
    void readsPastFieldsThatALaterVersionMayAdd() {
        BsonDocument document = encode(new RecordCodec(), record).append("later", new BsonInt32(1));
        assertThat(decode(new RecordCodec(), document)).isEqualTo(record);
    }

    private static <T> BsonDocument encode(Codec<T> codec, T value) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                value,
                EncoderContext.builder().build());
        return document;
    }

    private static <T> T decode(Codec<T> codec, BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
