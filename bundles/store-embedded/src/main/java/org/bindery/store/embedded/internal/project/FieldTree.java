package org.bindery.store.embedded.internal.project;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields a projection names, taken apart at their dots. */
final class FieldTree {

    private final Map<String, FieldTree> children = new LinkedHashMap<>();
    private Leaf leaf;

    /** What happens to a field. */
    sealed interface Leaf {}

    /** The field stays. */
    record Include() implements Leaf {}

    /** The field goes. */
    record Exclude() implements Leaf {}

    /** The field gets the value of an expression. */
    record Computed(Object expression) implements Leaf {}

    /** The field stays, changed by looking at its value only. */
    record Shaped(Shape shape) implements Leaf {}

    /** Changes one value; a missing answer takes the field away. */
    @FunctionalInterface
    interface Shape {
        Object apply(Object value);
    }

    Map<String, FieldTree> children() {
        return children;
    }

    /** What happens here, or null if only something inside is named. */
    Leaf leaf() {
        return leaf;
    }

    FieldTree child(String name) {
        return children.get(name);
    }

    /** Adds a path; two paths of which one is the beginning of the other are refused. */
    void add(List<String> path, Leaf what) {
        FieldTree at = this;
        for (String step : path) {
            if (step.isEmpty()) {
                throw new MongoServerError(15998, "Location15998", "FieldPath field names may not be empty strings.");
            }
            if (at.leaf != null) {
                throw collision(path);
            }
            at = at.children.computeIfAbsent(step, name -> new FieldTree());
        }
        if (at.leaf != null || !at.children.isEmpty()) {
            throw collision(path);
        }
        at.leaf = what;
    }

    private static MongoServerError collision(List<String> path) {
        return new MongoServerError(31249, "Location31249", "Path collision at " + String.join(".", path));
    }
}
