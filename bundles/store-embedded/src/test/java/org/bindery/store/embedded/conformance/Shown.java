package org.bindery.store.embedded.conformance;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Answers in one notation: shell JSON, which keeps every numeric type, and error codes. */
final class Shown {

    private static final JsonWriterSettings SHELL =
            JsonWriterSettings.builder().outputMode(JsonMode.SHELL).build();

    private Shown() {}

    /** What this question is answered with; an error of the store is an answer too. */
    static String answerOf(Callable<?> question) throws Exception {
        try {
            return of(question.call());
        } catch (MongoBulkWriteException refused) {
            return "error " + refused.getWriteErrors().get(0).getCode();
        } catch (MongoException refused) {
            return "error " + refused.getCode();
        }
    }

    static String of(Object value) {
        if (value instanceof Document document) {
            return document.toJson(SHELL);
        }
        if (value instanceof Iterable<?> many && !(value instanceof BsonValue)) {
            return StreamSupport.stream(many.spliterator(), false)
                    .map(Shown::of)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value == null || !value.getClass().getName().startsWith("com.mongodb")) {
            return wrapped(value);
        }
        return "done";
    }

    private static String wrapped(Object value) {
        String wrapped = new Document("v", value).toJson(SHELL);
        return wrapped.substring("{\"v\": ".length(), wrapped.length() - 1);
    }

    static String of(Object... values) {
        return of(List.of(values));
    }
}
