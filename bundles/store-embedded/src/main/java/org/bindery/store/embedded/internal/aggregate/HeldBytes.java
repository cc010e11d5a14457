package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.bson.BsonWriter;

/** Limits what a stage that keeps its input may keep. */
final class HeldBytes {

    private static final Set<String> KEEPS_ALL = Set.of("$facet", "$sample");
    private static final Set<String> GROUPS = Set.of("$group", "$bucket");
    private static final Set<String> COLLECTS = Set.of("$push", "$addToSet");

    private HeldBytes() {}

    /** The same stream, which refuses to go on when the stage would hold too much. */
    static Stream<Document> limit(Document stage, Stream<Document> stream, long byteLimit) {
        String name = stage.isEmpty() ? "" : stage.keySet().iterator().next();
        if (KEEPS_ALL.contains(name)) {
            return counted(stream, name, byteLimit, document -> BsonWriter.toBytes(document).length);
        }
        List<Object> collected = GROUPS.contains(name) ? collected(stage.get(name)) : List.of();
        if (collected.isEmpty()) {
            return stream;
        }
        return counted(stream, name, byteLimit, document -> size(collected, document));
    }

    private static List<Object> collected(Object specification) {
        List<Object> expressions = new ArrayList<>();
        if (specification instanceof Document document) {
            document.forEach((field, value) -> {
                if (value instanceof Document inner) {
                    COLLECTS.stream().filter(inner::containsKey).forEach(name -> expressions.add(inner.get(name)));
                    if (field.equals("output")) {
                        expressions.addAll(collected(inner));
                    }
                }
            });
        }
        return expressions;
    }

    private static long size(List<Object> expressions, Document document) {
        List<Object> values = new ArrayList<>();
        for (Object expression : expressions) {
            values.add(Expression.evaluateDocument(expression, document));
        }
        return BsonWriter.toBytes(new Document("values", values)).length;
    }

    private static Stream<Document> counted(
            Stream<Document> stream, String stage, long byteLimit, ToLongFunction<Document> size) {
        AtomicLong held = new AtomicLong();
        return stream.peek(document -> {
            if (held.addAndGet(size.applyAsLong(document)) > byteLimit) {
                throw new MongoServerError(
                        146, "ExceededMemoryLimit", stage + " exceeded memory limit of " + byteLimit + " bytes");
            }
        });
    }
}
