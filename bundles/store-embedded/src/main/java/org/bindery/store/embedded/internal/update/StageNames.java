package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Replaces the newer names of stages by the ones the query layer knows. */
public final class StageNames {

    private StageNames() {}

    /** The same pipeline without {@code $set} and {@code $replaceWith}, also inside {@code $facet} and {@code $lookup}. */
    public static List<Document> plain(List<Document> pipeline) {
        List<Document> stages = new ArrayList<>();
        for (Document stage : pipeline) {
            Document plain = new Document();
            stage.forEach((name, value) -> put(plain, name, value));
            stages.add(plain);
        }
        return stages;
    }

    private static void put(Document stage, String name, Object value) {
        switch (name) {
            case "$set" -> stage.put("$addFields", value);
            case "$replaceWith" -> stage.put("$replaceRoot", new Document("newRoot", value));
            case "$facet" -> stage.put(name, plainFacets(value));
            case "$lookup" -> stage.put(name, plainLookup(value));
            default -> stage.put(name, value);
        }
    }

    private static Object plainFacets(Object value) {
        if (!(value instanceof Document facets)) {
            return value;
        }
        Document result = new Document();
        facets.forEach((name, pipeline) -> result.put(name, plainList(pipeline)));
        return result;
    }

    private static Object plainLookup(Object value) {
        if (!(value instanceof Document lookup) || !lookup.containsKey("pipeline")) {
            return value;
        }
        Document result = new Document(lookup);
        result.put("pipeline", plainList(lookup.get("pipeline")));
        return result;
    }

    private static Object plainList(Object value) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Document.class::isInstance)) {
            return value;
        }
        return plain(list.stream().map(Document.class::cast).toList());
    }
}
