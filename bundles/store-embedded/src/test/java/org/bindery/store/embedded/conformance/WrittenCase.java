package org.bindery.store.embedded.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/**
 * One case of the files under {@code resources/conformance}: documents, a question, and the answer of the manual.
 *
 * @param kind find, update or aggregate
 * @param text the case as it is written there
 */
record WrittenCase(String kind, Document text) {

    /** Every case of one kind. */
    static List<WrittenCase> read(String kind) {
        try (InputStream source = WrittenCase.class.getResourceAsStream("/conformance/" + kind + ".json")) {
            String json = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return BsonArray.parse(json).stream()
                    .map(one -> document(one.asDocument()))
                    .map(one -> new WrittenCase(kind, one))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The cases of " + kind + " cannot be read", unreadable);
        }
    }

    private static Document document(BsonDocument one) {
        return new DocumentCodec()
                .decode(new BsonDocumentReader(one), DecoderContext.builder().build());
    }

    String name() {
        return text.getString("name");
    }

    Document part(String name) {
        return text.get(name, new Document());
    }

    List<Document> documents(String name) {
        return text.getList(name, Document.class, List.of());
    }

    boolean mayRefuse() {
        return text.getBoolean("mayRefuse", false);
    }

    /** The manual's answer: a document, documents, ids, or an error. */
    String expected() {
        return text.containsKey("expectError")
                ? "error " + text.getInteger("expectError")
                : Shown.of(text.get("expect"));
    }

    /** Whether the answer lists ids only. */
    boolean idsOnly() {
        return text.get("expect") instanceof List<?> list && list.stream().noneMatch(Document.class::isInstance);
    }
}
