package org.bindery.store.embedded.internal.project;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.project.FieldTree.Computed;

/** Puts computed values into documents, also inside others and into each element of an array. */
public final class ComputedFields implements UnaryOperator<Document> {

    private final FieldTree tree;

    private ComputedFields(FieldTree tree) {
        this.tree = tree;
    }

    /** The stage {@code $addFields}. */
    public static UnaryOperator<Document> stage(Object fields) {
        if (!(fields instanceof Document document)) {
            throw new MongoServerError(40272, "Location40272", "$addFields specification stage must be an object");
        }
        if (document.isEmpty()) {
            throw new MongoServerError(
                    40177,
                    "Location40177",
                    "Invalid $addFields :: caused by :: specification must have at least one field");
        }
        ProjectionParser parser = new ProjectionParser(true);
        parser.parse(document);
        return new ComputedFields(parser.tree());
    }

    @Override
    public Document apply(Document document) {
        return add(document.clone(), tree, document);
    }

    /** The result with the computed fields of the tree; expressions look at the root. */
    static Document add(Document result, FieldTree tree, Document root) {
        for (Map.Entry<String, FieldTree> entry : tree.children().entrySet()) {
            FieldTree child = entry.getValue();
            String name = entry.getKey();
            if (child.leaf() instanceof Computed computed) {
                put(result, name, evaluate(computed.expression(), root));
            } else if (child.leaf() == null && hasComputed(child)) {
                result.put(name, inside(result.get(name), child, root));
            }
        }
        return result;
    }

    private static boolean hasComputed(FieldTree tree) {
        return tree.leaf() instanceof Computed
                || tree.children().values().stream().anyMatch(ComputedFields::hasComputed);
    }

    private static Object inside(Object value, FieldTree child, Document root) {
        if (value instanceof List<?> list) {
            List<Object> changed = new ArrayList<>();
            list.forEach(element -> changed.add(inside(element, child, root)));
            return changed;
        }
        return add(value instanceof Document document ? document.clone() : new Document(), child, root);
    }

    private static Object evaluate(Object expression, Document root) {
        if ("$$REMOVE".equals(expression)) {
            return Missing.getInstance();
        }
        if (expression instanceof List<?> parts) {
            List<Object> values = new ArrayList<>();
            for (Object part : parts) {
                Object value = Expression.evaluateDocument(part, root);
                values.add(value instanceof Missing ? null : value);
            }
            return values;
        }
        return Expression.evaluateDocument(expression, root);
    }

    private static void put(Document result, String name, Object value) {
        if (value instanceof Missing) {
            result.remove(name);
        } else {
            result.put(name, value);
        }
    }
}
