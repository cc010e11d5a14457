package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.bindery.store.embedded.internal.bson.BsonFormatException;
import org.bindery.store.embedded.internal.bson.BsonReader;

/**
 * Reads commands out of frames: OP_MSG, and OP_QUERY for hello. Every length is checked before it is used and nesting
 * is limited while it is followed, so no message can exhaust memory or stack.
 */
final class RequestReader {

    /** A document of 16 MB and room for the command around it, as in MongoDB. */
    private static final int LARGEST_BYTES = 16 * 1024 * 1024 + 16 * 1024;

    private static final int SMALLEST_DOCUMENT_BYTES = 5;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int REQUIRED_FLAGS = 0xFFFF;
    private static final int CHECKSUM_BYTES = 4;

    private final byte[] bytes;
    private final int depth;
    private int position;
    private int end;

    private RequestReader(byte[] bytes, int depth) {
        this.bytes = bytes;
        this.depth = depth;
        this.end = bytes.length;
    }

    /**
     * Reads the command of this frame.
     *
     * @throws UnreadableRequestException if it holds none
     */
    static Request read(Frame frame, int depth) {
        ReplyForm form = frame.opCode() == OpCode.QUERY ? ReplyForm.OLD_REPLY : ReplyForm.MESSAGE;
        RequestReader reader = new RequestReader(frame.body(), depth);
        try {
            return switch (frame.opCode()) {
                case OpCode.MSG -> reader.message(frame);
                case OpCode.QUERY -> reader.query();
                default ->
                    throw new UnreadableRequestException(form, WireErrors.unsupportedOpCode(frame.opCode()), false);
            };
        } catch (BsonFormatException e) {
            throw new UnreadableRequestException(form, WireErrors.invalidBson(e.getMessage()), true);
        }
    }

    private Request message(Frame frame) {
        int flags = int32();
        if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) != 0) {
            throw unreadable("flags 0x" + Integer.toHexString(flags) + " are not supported");
        }
        if ((flags & CHECKSUM_PRESENT) != 0) {
            checkSum(frame);
        }
        Document body = null;
        Document sequences = new Document();
        while (position < end) {
            byte kind = bytes[position++];
            if (kind == 0 && body == null) {
                body = document();
            } else if (kind == 1) {
                sequence(sequences);
            } else {
                throw unreadable("section kind " + kind + " is unknown or comes twice");
            }
        }
        return new Request(ReplyForm.MESSAGE, joined(body, sequences), (flags & MORE_TO_COME) == 0);
    }

    private static Document joined(Document body, Document sequences) {
        if (body == null || body.isEmpty() || !(body.get("$db") instanceof String)) {
            throw unreadable("a message without command or without $db");
        }
        sequences.forEach((name, documents) -> {
            if (body.put(name, documents) != null) {
                throw unreadable("'" + name + "' is both a field and a section");
            }
        });
        return body;
    }

    private void sequence(Document sequences) {
        int start = position;
        int size = int32();
        int sequenceEnd = start + size;
        if (size < Integer.BYTES || size > end - start) {
            throw unreadable("a section that does not fit its message");
        }
        String name = cstring(sequenceEnd);
        List<Document> documents = new ArrayList<>();
        while (position < sequenceEnd) {
            documents.add(document());
        }
        if (position != sequenceEnd || sequences.put(name, documents) != null) {
            throw unreadable("section '" + name + "' is longer than it says or comes twice");
        }
    }

    private Request query() {
        int32();
        String collection = cstring(end);
        int32();
        int32();
        if (!collection.endsWith(".$cmd")) {
            throw new UnreadableRequestException(ReplyForm.OLD_REPLY, WireErrors.oldQueryForm(), true);
        }
        Document command = document();
        command.put("$db", collection.substring(0, collection.length() - ".$cmd".length()));
        Request request = new Request(ReplyForm.OLD_REPLY, command, true);
        if (!request.isHello()) {
            throw new UnreadableRequestException(ReplyForm.OLD_REPLY, WireErrors.oldQueryForm(), true);
        }
        return request;
    }

    private Document document() {
        need(Integer.BYTES);
        int size = LittleEndian.int32(bytes, position);
        if (size > LARGEST_BYTES) {
            throw new UnreadableRequestException(
                    ReplyForm.MESSAGE, WireErrors.documentTooLarge(size, LARGEST_BYTES), true);
        }
        if (size < SMALLEST_DOCUMENT_BYTES || size > end - position) {
            throw unreadable("a document that does not fit its message");
        }
        Document document = BsonReader.read(bytes, position, depth);
        position += size;
        return document;
    }

    private void checkSum(Frame frame) {
        need(CHECKSUM_BYTES);
        end -= CHECKSUM_BYTES;
        CRC32C sum = new CRC32C();
        byte[] header = new byte[Frame.HEADER_BYTES];
        LittleEndian.putInt32(header, 0, bytes.length + Frame.HEADER_BYTES);
        LittleEndian.putInt32(header, 4, frame.requestId());
        LittleEndian.putInt32(header, 12, frame.opCode());
        sum.update(header);
        sum.update(bytes, 0, end);
        if ((int) sum.getValue() != LittleEndian.int32(bytes, end)) {
            throw unreadable("wrong checksum");
        }
    }

    private String cstring(int limit) {
        int start = position;
        while (position < limit && bytes[position] != 0) {
            position++;
        }
        if (position >= limit) {
            throw unreadable("a name without end");
        }
        position++;
        return new String(bytes, start, position - 1 - start, StandardCharsets.UTF_8);
    }

    private int int32() {
        need(Integer.BYTES);
        position += Integer.BYTES;
        return LittleEndian.int32(bytes, position - Integer.BYTES);
    }

    private void need(int size) {
        if (size > end - position) {
            throw unreadable("a message that ends too early");
        }
    }

    private static UnreadableRequestException unreadable(String what) {
        return new UnreadableRequestException(ReplyForm.MESSAGE, WireErrors.failedToParse(what), false);
    }
}
