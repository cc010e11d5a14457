package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.store.embedded.internal.bson.BsonWriter;

/** Writes replies as bytes; on the command's own thread, so that a long reply does not hold up other connections. */
final class ReplyWriter {

    private static final int MESSAGE_PREFIX = Frame.HEADER_BYTES + 4 + 1;
    private static final int OLD_PREFIX = Frame.HEADER_BYTES + 4 + 8 + 4 + 4;
    private static final int OLD_COUNT_OFFSET = OLD_PREFIX - 4;

    private final AtomicInteger numbers = new AtomicInteger();

    byte[] write(int answers, ReplyForm form, Document document) {
        byte[] bson = BsonWriter.toBytes(document);
        int prefix = form == ReplyForm.MESSAGE ? MESSAGE_PREFIX : OLD_PREFIX;
        byte[] reply = new byte[prefix + bson.length];
        LittleEndian.putInt32(reply, 0, reply.length);
        LittleEndian.putInt32(reply, 4, numbers.incrementAndGet());
        LittleEndian.putInt32(reply, 8, answers);
        LittleEndian.putInt32(reply, 12, form == ReplyForm.MESSAGE ? OpCode.MSG : OpCode.REPLY);
        if (form == ReplyForm.OLD_REPLY) {
            LittleEndian.putInt32(reply, OLD_COUNT_OFFSET, 1);
        }
        System.arraycopy(bson, 0, reply, prefix, bson.length);
        return reply;
    }
}
