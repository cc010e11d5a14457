package org.bindery.store.internal;

import org.bindery.hub.store.StoredRecord;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** An old state of a record: the same document, but its id is record and version together. */
final class HistoryCodec implements Codec<HistoryCodec.OldState> {

    /** A record as it was. */
    record OldState(StoredRecord record) {}

    private final RecordCodec records = new RecordCodec();

    @Override
    public Class<OldState> getEncoderClass() {
        return OldState.class;
    }

    @Override
    public void encode(BsonWriter writer, OldState value, EncoderContext context) {
        StoredRecord old = value.record();
        writer.writeStartDocument();
        writer.writeString("_id", old.systemObjectId() + ":" + old.version());
        writer.writeInt64(RecordFields.RECORD, old.systemObjectId());
        RecordCodec.writeBody(writer, old);
        writer.writeEndDocument();
    }

    @Override
    public OldState decode(BsonReader reader, DecoderContext context) {
        return new OldState(records.decode(reader, context));
    }
}
