package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.query.Deadline;

/**
 * One command as a client sent it.
 *
 * @param channel the connection, or null inside the process
 * @param database the database it is for
 * @param name the command's name as written
 * @param body the whole command
 */
public record Request(Channel channel, String database, String name, Document body) {

    private static final int MOST_STATEMENTS = 100_000;

    /** Options every command may carry; they are honoured before the command runs, or mean nothing to one node. */
    private static final Set<String> COMMON = Set.of(
            "$db",
            "$readPreference",
            "$clusterTime",
            "lsid",
            "txnNumber",
            "autocommit",
            "startTransaction",
            "readConcern",
            "writeConcern",
            "maxTimeMS",
            "comment",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    /** Refuses options that nothing here would look at. */
    public void allowOnly(Set<String> options) {
        for (String option : body.keySet()) {
            if (!option.equals(name) && !options.contains(option) && !COMMON.contains(option)) {
                throw new MongoServerError(
                        40415,
                        "Location40415",
                        "BSON field '" + name + "." + option + "' is not supported by the embedded store");
            }
        }
    }

    /** The collection this command is for. */
    public Namespace namespace() {
        if (!(body.get(name) instanceof String collection)) {
            throw new MongoServerError(73, "InvalidNamespace", "collection name has invalid type for command " + name);
        }
        return Namespace.checked(database, collection);
    }

    /** A document option, empty if it is not there. */
    public Document document(String option) {
        return document(body, option);
    }

    /** A document inside another, empty if it is not there. */
    public static Document document(Document from, String option) {
        Object value = from.get(option);
        if (value == null) {
            return new Document();
        }
        if (value instanceof Document document) {
            return document;
        }
        throw wrongType(option, "object");
    }

    /** A list of documents that must be there. */
    public List<Document> documents(String option) {
        if (!(body.get(option) instanceof List<?> values)) {
            throw wrongType(option, "array");
        }
        List<Document> documents = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof Document document)) {
                throw wrongType(option, "array of objects");
            }
            documents.add(document);
        }
        return documents;
    }

    /** The statements of a write, of which there must be some. */
    public List<Document> statements(String option) {
        List<Document> statements = documents(option);
        if (statements.isEmpty() || statements.size() > MOST_STATEMENTS) {
            throw new MongoServerError(
                    16,
                    "InvalidLength",
                    "Write batch sizes must be between 1 and " + MOST_STATEMENTS + ". Got " + statements.size()
                            + " operations.");
        }
        return statements;
    }

    /** A whole number, not negative. */
    public long number(String option, long otherwise) {
        Object value = body.get(option);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw wrongType(option, "number");
        }
        if (number.longValue() < 0) {
            throw new MongoServerError(51024, "Location51024", "BSON field '" + option + "' value must be >= 0");
        }
        return number.longValue();
    }

    /** A yes or no. */
    public boolean flag(String option, boolean otherwise) {
        return flag(body, option, otherwise);
    }

    /** A yes or no inside a document. */
    public static boolean flag(Document from, String option, boolean otherwise) {
        Object value = from.get(option);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        throw wrongType(option, "bool");
    }

    /** When the client wants this command to give up. */
    public Deadline deadline() {
        return Deadline.in(number("maxTimeMS", 0), System::nanoTime);
    }

    public static MongoServerError wrongType(String option, String expected) {
        return new MongoServerError(
                14, "TypeMismatch", "BSON field '" + option + "' is the wrong type, expected type '" + expected + "'");
    }
}
