package org.bindery.store.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.bindery.hub.store.StoredRecord;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A record as a document: the keys of {@link RecordFields}, and the hub's content under one of them. */
final class RecordCodec implements Codec<StoredRecord> {

    @Override
    public Class<StoredRecord> getEncoderClass() {
        return StoredRecord.class;
    }

    @Override
    public void encode(BsonWriter writer, StoredRecord value, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64(RecordFields.SYSTEM_OBJECT_ID, value.systemObjectId());
        writeBody(writer, value);
        writer.writeEndDocument();
    }

    static void writeBody(BsonWriter writer, StoredRecord value) {
        writer.writeString(RecordFields.OBJECTTYPE, value.objecttype());
        writer.writeInt64(RecordFields.ID, value.id());
        writer.writeInt64(RecordFields.VERSION, value.version());
        writer.writeString(RecordFields.UUID, value.uuid());
        writer.writeName(RecordFields.CONTENT);
        JsonWriter.write(writer, value.content());
    }

    @Override
    public StoredRecord decode(BsonReader reader, DecoderContext context) {
        Parts parts = new Parts();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            parts.read(reader, reader.readName());
        }
        reader.readEndDocument();
        return parts.record();
    }

    /** What was read so far. */
    private static final class Parts {
        private long systemObjectId;
        private String objecttype;
        private long id;
        private long version;
        private String uuid;
        private ObjectNode content;

        void read(BsonReader reader, String name) {
            switch (name) {
                case RecordFields.SYSTEM_OBJECT_ID, RecordFields.RECORD -> readRecordId(reader);
                case RecordFields.OBJECTTYPE -> objecttype = reader.readString();
                case RecordFields.ID -> id = reader.readInt64();
                case RecordFields.VERSION -> version = reader.readInt64();
                case RecordFields.UUID -> uuid = reader.readString();
                case RecordFields.CONTENT -> content = JsonReader.read(reader);
                default -> reader.skipValue();
            }
        }

        private void readRecordId(BsonReader reader) {
            if (reader.getCurrentBsonType() == BsonType.INT64) {
                systemObjectId = reader.readInt64();
            } else {
                reader.skipValue();
            }
        }

        StoredRecord record() {
            Objects.requireNonNull(content, () -> "Record " + systemObjectId + " is stored without content");
            return new StoredRecord(systemObjectId, objecttype, id, version, uuid, content);
        }
    }
}
