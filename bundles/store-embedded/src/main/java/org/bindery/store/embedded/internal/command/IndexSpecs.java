package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;

/** Reads index definitions as clients send them, and refuses the kinds that the embedded store does not build. */
final class IndexSpecs {

    private static final Set<String> KNOWN = Set.of("key", "name", "unique", "sparse", "v", "background", "ns");
    private static final int CANNOT_CREATE_INDEX = 67;
    private static final int MOST_FIELDS = 31;

    private IndexSpecs() {}

    /** The wanted index, or null for the index on {@code _id}, which is always there. */
    static IndexInfo read(Document spec) {
        refuseSpecialKinds(spec);
        Document key = Request.document(spec, "key");
        checkKey(key);
        if (!(spec.get("name") instanceof String name) || name.isEmpty()) {
            throw new MongoServerError(9, "FailedToParse", "The 'name' field is a required property of an index");
        }
        if (key.keySet().equals(Set.of("_id"))) {
            return idIndex(spec, name, key);
        }
        if (name.equals(CollectionInfo.ID_INDEX) || name.equals("*")) {
            throw cannot("The index name '" + name + "' is reserved");
        }
        boolean unique = Request.flag(spec, "unique", false);
        return new IndexInfo(0, name, IndexInfo.fieldsOf(key), unique, Request.flag(spec, "sparse", false), 0);
    }

    private static IndexInfo idIndex(Document spec, String name, Document key) {
        boolean plain = name.equals(CollectionInfo.ID_INDEX)
                && ((Number) key.get("_id")).doubleValue() > 0
                && !spec.containsKey("sparse");
        if (!plain) {
            throw cannot("The field _id has its index already, named " + CollectionInfo.ID_INDEX
                    + "; another one cannot be made");
        }
        return null;
    }

    private static void refuseSpecialKinds(Document spec) {
        Refusals.collation(spec);
        refuse(
                spec,
                "partialFilterExpression",
                "partial indexes; write the field only where it counts and use a" + " sparse index");
        refuse(spec, "expireAfterSeconds", "indexes that expire documents; delete old documents yourself");
        refuse(spec, "hidden", "hidden indexes");
        refuse(spec, "wildcardProjection", "wildcard indexes");
        Statements.allowOnly(withoutCollation(spec), KNOWN, "createIndexes.indexes");
    }

    private static Document withoutCollation(Document spec) {
        Document rest = new Document(spec);
        rest.remove("collation");
        return rest;
    }

    private static void refuse(Document spec, String option, String what) {
        if (spec.get(option) != null && !Boolean.FALSE.equals(spec.get(option))) {
            throw Refusals.notSupported(what);
        }
    }

    private static void checkKey(Document key) {
        if (key.isEmpty() || key.size() > MOST_FIELDS) {
            throw cannot("an index has 1 to " + MOST_FIELDS + " fields");
        }
        key.forEach((path, direction) -> {
            if (direction instanceof String kind) {
                throw Refusals.notSupported("'" + kind + "' indexes; search belongs into an index of its own");
            }
            if (!(direction instanceof Number number)
                    || number.doubleValue() == 0
                    || Double.isNaN(number.doubleValue())) {
                throw cannot("Values in the index key pattern must be numbers other than 0: " + path);
            }
            if (path.isEmpty()
                    || path.startsWith(".")
                    || path.endsWith(".")
                    || path.contains("..")
                    || path.startsWith("$")
                    || path.contains("$**")) {
                throw cannot("Index keys must be plain field names: '" + path + "'");
            }
        });
    }

    private static MongoServerError cannot(String message) {
        return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", message);
    }
}
