package org.bindery.store.embedded.internal.project;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindery.store.embedded.internal.project.FieldTree.Computed;
import org.bindery.store.embedded.internal.project.FieldTree.Exclude;
import org.bindery.store.embedded.internal.project.FieldTree.Include;
import org.bindery.store.embedded.internal.project.FieldTree.Leaf;
import org.bindery.store.embedded.internal.project.FieldTree.Shaped;
import org.bindery.store.embedded.internal.query.Paths;

/** Reads what a projection or an {@code $addFields} wants. */
final class ProjectionParser {

    private static final String ID = "_id";

    private final FieldTree tree = new FieldTree();
    private final boolean flagsAreValues;
    private boolean includes;
    private boolean excludes;
    private boolean slices;
    private String positional;

    /** In an {@code $addFields} a number or a flag is a value like any other. */
    ProjectionParser(boolean flagsAreValues) {
        this.flagsAreValues = flagsAreValues;
    }

    FieldTree tree() {
        return tree;
    }

    /** The array of which only the element that matched is wanted, or null. */
    String positional() {
        return positional;
    }

    /** Whether only named fields stay. */
    boolean isInclusion() {
        return includes || !excludes && !slices && !isIdOnlyExcluded();
    }

    private boolean isIdOnlyExcluded() {
        FieldTree id = tree.child(ID);
        return id != null && id.leaf() instanceof Exclude;
    }

    void parse(Document specification) {
        parse(List.of(), specification);
    }

    private void parse(List<String> prefix, Document specification) {
        for (Map.Entry<String, Object> entry : specification.entrySet()) {
            List<String> path = new ArrayList<>(prefix);
            path.addAll(Paths.split(entry.getKey()));
            field(path, entry.getValue());
        }
    }

    private void field(List<String> path, Object value) {
        if (!flagsAreValues && value instanceof Boolean flag) {
            flag(path, flag);
        } else if (!flagsAreValues && value instanceof Number number) {
            flag(path, number.doubleValue() != 0);
        } else if (value instanceof Document document && !document.isEmpty()) {
            document(path, document);
        } else {
            computed(path, value);
        }
    }

    private void flag(List<String> path, boolean wanted) {
        boolean isId = path.size() == 1 && path.get(0).equals(ID);
        if (path.get(path.size() - 1).equals("$")) {
            positional(path);
            return;
        }
        if (!isId && wanted && excludes) {
            throw new MongoServerError(
                    31253,
                    "Location31253",
                    "Cannot do inclusion on field " + dotted(path) + " in exclusion projection");
        }
        if (!isId && !wanted && includes) {
            throw new MongoServerError(
                    31254,
                    "Location31254",
                    "Cannot do exclusion on field " + dotted(path) + " in inclusion projection");
        }
        includes |= wanted && !isId;
        excludes |= !wanted && !isId;
        tree.add(path, wanted ? new Include() : new Exclude());
    }

    private void positional(List<String> path) {
        if (positional != null) {
            throw new MongoServerError(31276, "Location31276", "Cannot specify more than one positional projection");
        }
        includes = true;
        List<String> array = path.subList(0, path.size() - 1);
        positional = dotted(array);
        tree.add(array, new Include());
    }

    private void document(List<String> path, Document document) {
        String first = document.keySet().iterator().next();
        if (!first.startsWith("$")) {
            parse(path, document);
        } else if (!flagsAreValues && first.equals("$slice") && isSlice(document.get(first))) {
            slices = true;
            add(path, new Shaped(Shapes.slice(document.get(first))));
        } else if (!flagsAreValues && first.equals("$elemMatch")) {
            includes = true;
            add(path, new Shaped(Shapes.elementMatch(document.get(first))));
        } else if (first.equals("$meta")) {
            throw new MongoServerError(
                    115, "CommandNotSupported", "the embedded store does not support metadata in a projection ($meta)");
        } else {
            computed(path, document);
        }
    }

    /** The other form of {@code $slice} is an expression with the array as its first part. */
    private static boolean isSlice(Object value) {
        return value instanceof Number
                || value instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof Number;
    }

    private void computed(List<String> path, Object expression) {
        includes = true;
        add(path, new Computed(expression));
    }

    private void add(List<String> path, Leaf leaf) {
        tree.add(path, leaf);
    }

    private static String dotted(List<String> path) {
        return String.join(".", path);
    }
}
