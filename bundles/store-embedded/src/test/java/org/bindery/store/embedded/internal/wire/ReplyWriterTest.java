package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Tests {@link ReplyWriter}, {@link ReplyForm} and {@link OpCode}. */
class ReplyWriterTest {

    private final ReplyWriter writer = new ReplyWriter();

    @Test
    void answersAMessageWithAMessage() {
        byte[] reply = writer.write(7, ReplyForm.MESSAGE, new Document("ok", 1.0));
        assertThat(LittleEndian.int32(reply, 0)).isEqualTo(reply.length);
        assertThat(LittleEndian.int32(reply, 8)).isEqualTo(7);
        assertThat(LittleEndian.int32(reply, 12)).isEqualTo(OpCode.MSG);
        assertThat(Bytes.document(reply, 21)).isEqualTo(BsonDocument.parse("{ok: 1.0}"));
    }

    @Test
    void answersAnOldQueryWithAnOldReplyOfOneDocument() {
        byte[] reply = writer.write(7, ReplyForm.OLD_REPLY, new Document("ok", 1.0));
        assertThat(LittleEndian.int32(reply, 12)).isEqualTo(OpCode.REPLY);
        assertThat(LittleEndian.int32(reply, 32)).isEqualTo(1);
        assertThat(Bytes.document(reply, 36)).isEqualTo(BsonDocument.parse("{ok: 1.0}"));
    }

    @Test
    void numbersItsReplies() {
        byte[] first = writer.write(1, ReplyForm.MESSAGE, new Document());
        byte[] second = writer.write(1, ReplyForm.MESSAGE, new Document());
        assertThat(LittleEndian.int32(second, 4)).isEqualTo(LittleEndian.int32(first, 4) + 1);
    }
}
