package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.type;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.ids;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.BsonType;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;

/** What is stored comes back as it was, type for type. */
final class TypeProbes {

    private TypeProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("type");
        roundTrips(probes);
        comparisons(probes);
        orders(probes);
        overflows(probes);
        names(probes);
        return probes.list();
    }

    private static void back(Probes probes, String name, Object value) {
        probes.right(name + " comes back", Shown.of(new Document("_id", 1).append("v", value)), scene -> {
            scene.collection().insertOne(new Document("_id", 1).append("v", value));
            return scene.collection().find().first();
        });
    }

    private static void backOrRefused(Probes probes, String name, Object value) {
        probes.rightOrRefused(name + " comes back", Shown.of(new Document("_id", 1).append("v", value)), scene -> {
            scene.collection().insertOne(new Document("_id", 1).append("v", value));
            return scene.collection().find().first();
        });
    }

    private static void roundTrips(Probes probes) {
        back(probes, "an int", 5);
        back(probes, "a long", Long.MAX_VALUE);
        back(probes, "a small long", 5L);
        back(probes, "a double", 1.5);
        back(probes, "a whole double", 2.0);
        back(probes, "negative zero", -0.0);
        back(probes, "infinity", Double.POSITIVE_INFINITY);
        back(probes, "not a number", Double.NaN);
        back(probes, "a decimal", Decimal128.parse("1.250"));
        back(probes, "text beyond the basic plane", "\u00e4\u20ac\ud83d\udcd6");
        back(probes, "text with a zero", "a\u0000b");
        back(probes, "null", null);
        back(probes, "a date before 1970", Date.from(Instant.ofEpochMilli(-1234)));
        back(probes, "an ObjectId", new ObjectId("0123456789abcdef01234567"));
        back(probes, "bytes", new Binary((byte) 0, new byte[] {1, 2}));
        back(probes, "bytes of a user's subtype", new Binary((byte) 0x80, new byte[] {1, 2}));
        back(probes, "a digest", new Binary((byte) 5, new byte[16]));
        back(probes, "a UUID", new BsonBinary(new UUID(1, 2)));
        back(probes, "a regular expression", new BsonRegularExpression("a", "i"));
        back(probes, "a timestamp", new BsonTimestamp(5, 1));
        back(probes, "the smallest key", new MinKey());
        back(probes, "the greatest key", new MaxKey());
        back(probes, "mixed lists and documents", List.of(1, doc("{a: [{}, []]}"), "x"));
        backOrRefused(probes, "code", new Code("x"));
        backOrRefused(probes, "a symbol", new Symbol("x"));
        backOrRefused(probes, "undefined", new BsonUndefined());
    }

    private static void comparisons(Probes probes) {
        probes.right("an int is found by an equal long, double and decimal", "[1, 1, 1]", scene -> {
                    scene.with("{_id: 1, a: 10}");
                    return Shown.of(
                            (int) scene.collection().countDocuments(eq("a", 10L)),
                            (int) scene.collection().countDocuments(eq("a", 10.0)),
                            (int) scene.collection().countDocuments(eq("a", Decimal128.parse("10"))));
                })
                .right("longs that one double cannot tell apart are two", "[1]", scene -> {
                    long big = (1L << 53) + 1;
                    scene.collection().createIndex(doc("{a: 1}"));
                    scene.collection().insertOne(new Document("_id", 1).append("a", big));
                    scene.collection().insertOne(new Document("_id", 2).append("a", big - 1));
                    return ids(scene.collection().find(eq("a", big)));
                })
                .right("$type tells int, long and double apart", "[[1], [2], [3], [1, 2, 3]]", scene -> {
                    scene.with("{_id: 1, a: 1}", "{_id: 2, a: NumberLong(1)}", "{_id: 3, a: 1.0}", "{_id: 4, a: 'x'}");
                    var found = scene.collection();
                    return Shown.of(
                            ids(found.find(type("a", BsonType.INT32))),
                            ids(found.find(type("a", BsonType.INT64))),
                            ids(found.find(type("a", BsonType.DOUBLE))),
                            ids(found.find(doc("{a: {$type: 'number'}}")).sort(doc("{_id: 1}"))));
                });
    }

    private static void orders(Probes probes) {
        probes.right("all types sort in BSON order", sorted(), scene -> {
                    Object[] values = {
                        new MaxKey(),
                        new BsonRegularExpression("a"),
                        new BsonTimestamp(1, 1),
                        Date.from(Instant.ofEpochMilli(1)),
                        true,
                        new ObjectId("0123456789abcdef01234567"),
                        new Binary(new byte[] {1}),
                        doc("{x: 1}"),
                        "text",
                        7,
                        null,
                        new MinKey()
                    };
                    for (int at = 0; at < values.length; at++) {
                        scene.collection()
                                .insertOne(new Document("_id", values.length - 1 - at).append("v", values[at]));
                    }
                    return ids(scene.collection().find().sort(doc("{v: 1}")));
                })
                .right(
                        "a document is equal only in the same field order",
                        "[1]",
                        scene -> ids(scene.with("{_id: 1, d: {x: 1, y: 2}}", "{_id: 2, d: {y: 2, x: 1}}")
                                .find(doc("{d: {x: 1, y: 2}}"))))
                .right(
                        "a document id is found by its value",
                        "{\"_id\": {\"a\": 1, \"b\": 2}}",
                        scene -> scene.with("{_id: {a: 1, b: 2}}", "{_id: {b: 2, a: 1}}")
                                .find(doc("{_id: {a: 1, b: 2}}"))
                                .first())
                .right(
                        "$inc of an int past its end makes a long",
                        "{\"_id\": 1, \"n\": NumberLong(\"2147483648\")}",
                        scene -> {
                            scene.with("{_id: 1, n: 2147483647}").updateOne(eq("_id", 1), doc("{$inc: {n: 1}}"));
                            return scene.collection().find().first();
                        });
    }

    private static void overflows(Probes probes) {
        probes.right(
                "$inc of a long past its end is refused",
                "error 2",
                scene -> scene.with("{_id: 1, n: NumberLong('9223372036854775807')}")
                        .updateOne(eq("_id", 1), doc("{$inc: {n: 1}}"))
                        .getModifiedCount());
    }

    private static String sorted() {
        return "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]";
    }

    private static void names(Probes probes) {
        probes.rightOrRefused("a field name with a dot is kept", "{\"_id\": 1, \"a.b\": 1}", scene -> {
                    scene.collection().insertOne(new Document("_id", 1).append("a.b", 1));
                    return scene.collection().find().first();
                })
                .rightOrRefused("a field name with a dollar inside is kept", "{\"_id\": 1, \"a$b\": 1}", scene -> {
                    scene.collection().insertOne(new Document("_id", 1).append("a$b", 1));
                    return scene.collection().find().first();
                })
                .rightOrRefused("a field name that starts with a dollar is kept", "{\"_id\": 1, \"$a\": 1}", scene -> {
                    scene.collection().insertOne(new Document("_id", 1).append("$a", 1));
                    return scene.collection().find().first();
                })
                .right("an empty field name is kept", "{\"_id\": 1, \"\": 1}", scene -> {
                    scene.collection().insertOne(new Document("_id", 1).append("", 1));
                    return scene.collection().find().first();
                });
    }
}
