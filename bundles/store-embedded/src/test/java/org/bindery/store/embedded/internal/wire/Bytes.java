package org.bindery.store.embedded.internal.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Messages of the wire protocol as a client writes them, with the driver's own BSON. */
final class Bytes {

    private Bytes() {}

    static byte[] bson(BsonDocument document) {
        BasicOutputBuffer out = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(out),
                        document,
                        EncoderContext.builder().build());
        return out.toByteArray();
    }

    static byte[] bson(String json) {
        return bson(BsonDocument.parse(json));
    }

    static BsonDocument document(byte[] bytes, int offset) {
        ByteBuffer part = ByteBuffer.wrap(bytes, offset, bytes.length - offset).slice();
        return new BsonDocumentCodec()
                .decode(new BsonBinaryReader(part), DecoderContext.builder().build());
    }

    /** OP_MSG body: flags and these sections. */
    static byte[] message(int flags, byte[]... sections) {
        byte[] head = number(flags);
        return join(head, join(sections));
    }

    static byte[] body(byte[] bson) {
        return join(new byte[] {0}, bson);
    }

    static byte[] sequence(String name, byte[]... documents) {
        byte[] content = join(name.getBytes(StandardCharsets.UTF_8), new byte[1], join(documents));
        return join(new byte[] {1}, number(content.length + 4), content);
    }

    /** OP_QUERY body. */
    static byte[] query(String collection, byte[] bson) {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        return join(number(4), name, new byte[1], number(0), number(-1), bson);
    }

    static byte[] frame(int requestId, int opCode, byte[] body) {
        return join(number(body.length + Frame.HEADER_BYTES), number(requestId), number(0), number(opCode), body);
    }

    /** A document that nests documents this deep, written without recursion. */
    static byte[] nested(int depth) {
        ByteBuffer bytes = ByteBuffer.allocate(depth * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = depth; level > 1; level--) {
            bytes.putInt(5 + (level - 1) * 8).put((byte) 3).put((byte) 'a').put((byte) 0);
        }
        bytes.putInt(5).put((byte) 0);
        for (int level = 1; level < depth; level++) {
            bytes.put((byte) 0);
        }
        byte[] result = new byte[bytes.position()];
        bytes.flip().get(result);
        return result;
    }

    static byte[] join(byte[]... parts) {
        BasicOutputBuffer out = new BasicOutputBuffer();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
