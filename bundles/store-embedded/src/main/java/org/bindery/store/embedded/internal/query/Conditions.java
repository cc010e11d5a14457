package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a filter that must all hold, taken out of nested {@code $and}. */
final class Conditions {

    private final Map<String, List<FieldBounds>> fields = new HashMap<>();
    private final List<Collection<?>> alternatives = new ArrayList<>();

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.add(filter);
        return conditions;
    }

    private void add(Document filter) {
        filter.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document document) {
                        add(document);
                    }
                }
            } else if (key.equals("$or") && value instanceof Collection<?> parts) {
                alternatives.add(parts);
            } else if (!key.startsWith("$")) {
                fields.computeIfAbsent(key, name -> new ArrayList<>()).addAll(FieldBounds.of(value));
            }
        });
    }

    /** The value lists of each {@code $or}. */
    List<Collection<?>> alternatives() {
        return alternatives;
    }

    /** All bounds of a field together, or null if there are none. */
    FieldBounds together(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .reduce(FieldBounds::and)
                .orElse(null);
    }

    /** The best single bounds of a field: in a field with arrays each condition may be met by another element. */
    FieldBounds best(String field) {
        FieldBounds best = null;
        for (FieldBounds bounds : fields.getOrDefault(field, List.of())) {
            if (best == null || bounds.points() && !best.points()) {
                best = bounds;
            }
        }
        return best;
    }
}
