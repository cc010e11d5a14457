package org.bindery.store.embedded.internal.project;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.project.FieldTree.Computed;
import org.bindery.store.embedded.internal.project.FieldTree.Exclude;
import org.bindery.store.embedded.internal.project.FieldTree.Include;
import org.bindery.store.embedded.internal.project.FieldTree.Leaf;
import org.bindery.store.embedded.internal.project.FieldTree.Shaped;
import org.bindery.store.embedded.internal.query.Paths;

/** Shows some fields of documents, in the order they have there, and computed ones behind them. */
public final class FieldProjection implements UnaryOperator<Document> {

    private static final String ID = "_id";

    private final FieldTree tree;
    private final boolean inclusion;
    private final String positional;
    private final Document filter;

    private FieldProjection(ProjectionParser parser, Document filter) {
        this.tree = parser.tree();
        this.inclusion = parser.isInclusion();
        this.positional = parser.positional();
        this.filter = filter;
    }

    /** The projection of a find with this filter, or null if whole documents are wanted. */
    public static UnaryOperator<Document> of(Document fields, Document filter) {
        if (fields.isEmpty()) {
            return null;
        }
        ProjectionParser parser = new ProjectionParser(false);
        parser.parse(fields);
        return new FieldProjection(parser, filter);
    }

    /** The stage {@code $project}. */
    public static UnaryOperator<Document> stage(Object fields) {
        if (!(fields instanceof Document document)) {
            throw new MongoServerError(15969, "Location15969", "$project specification must be an object");
        }
        if (document.isEmpty()) {
            throw new MongoServerError(
                    51272,
                    "Location51272",
                    "Invalid $project :: caused by :: projection specification must have at least" + " one field");
        }
        return of(document, new Document());
    }

    @Override
    public Document apply(Document document) {
        Document source = positional == null ? document : withMatchedElement(document);
        Document result = inclusion ? included(source, tree, true) : excluded(source, tree);
        return ComputedFields.add(result, tree, document);
    }

    private Document withMatchedElement(Document document) {
        Integer position = new DefaultQueryMatcher().matchPosition(document, filter);
        if (position == null) {
            throw new MongoServerError(
                    51246,
                    "Location51246",
                    "Executor error during find command :: caused by :: positional operator '.$' couldn't find a"
                            + " matching element in the array");
        }
        Document copy = document.cloneDeeply();
        Object array = copy;
        List<String> path = Paths.split(positional);
        for (String step : path.subList(0, path.size() - 1)) {
            array = array instanceof Document inner ? inner.get(step) : null;
        }
        String last = path.get(path.size() - 1);
        if (array instanceof Document parent && parent.get(last) instanceof List<?> list && position < list.size()) {
            parent.put(last, Collections.singletonList(list.get(position)));
        }
        return copy;
    }

    private static Document included(Document document, FieldTree tree, boolean top) {
        Document result = new Document();
        for (Map.Entry<String, Object> entry : document.entrySet()) {
            FieldTree child = tree.child(entry.getKey());
            if (child != null) {
                put(result, entry.getKey(), included(entry.getValue(), child));
            } else if (top && entry.getKey().equals(ID)) {
                result.put(ID, entry.getValue());
            }
        }
        return result;
    }

    private static Object included(Object value, FieldTree child) {
        Leaf leaf = child.leaf();
        if (leaf instanceof Include) {
            return value;
        }
        if (leaf instanceof Shaped shaped) {
            return shaped.shape().apply(value);
        }
        if (leaf instanceof Exclude || leaf instanceof Computed) {
            return Missing.getInstance();
        }
        if (value instanceof Document inner) {
            return included(inner, child, false);
        }
        return value instanceof List<?> list ? includedElements(list, child) : Missing.getInstance();
    }

    private static List<Object> includedElements(List<?> list, FieldTree child) {
        List<Object> result = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof Document || element instanceof List) {
                result.add(included(element, child));
            }
        }
        return result;
    }

    private static Document excluded(Document document, FieldTree tree) {
        Document result = new Document();
        for (Map.Entry<String, Object> entry : document.entrySet()) {
            FieldTree child = tree.child(entry.getKey());
            put(result, entry.getKey(), child == null ? entry.getValue() : excluded(entry.getValue(), child));
        }
        return result;
    }

    private static Object excluded(Object value, FieldTree child) {
        Leaf leaf = child.leaf();
        if (leaf instanceof Exclude) {
            return Missing.getInstance();
        }
        if (leaf instanceof Shaped shaped) {
            return shaped.shape().apply(value);
        }
        if (leaf != null) {
            return value;
        }
        if (value instanceof Document inner) {
            return excluded(inner, child);
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(element -> result.add(excluded(element, child)));
            return result;
        }
        return value;
    }

    private static void put(Document result, String name, Object value) {
        if (!(value instanceof Missing)) {
            result.put(name, value);
        }
    }
}
