package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Follows dotted paths through documents and arrays. */
public final class Paths {

    private static final int LONGEST_POSITION = 9;

    private Paths() {}

    public static List<String> split(String path) {
        return path.indexOf('.') < 0 ? List.of(path) : List.of(path.split("\\.", -1));
    }

    /** The position a step means inside an array, or -1. */
    public static int position(String step) {
        if (step.isEmpty() || step.length() > LONGEST_POSITION) {
            return -1;
        }
        int position = 0;
        for (int i = 0; i < step.length(); i++) {
            int digit = step.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            position = position * 10 + digit;
        }
        return position;
    }

    /** The values at a path; the elements of an array at its end count each for themselves. */
    public static List<Object> elements(Document document, List<String> path) {
        List<Object> found = new ArrayList<>();
        collect(document, path, found);
        return found;
    }

    private static void collect(Object value, List<String> path, List<Object> found) {
        if (path.isEmpty()) {
            if (value instanceof List<?> elements) {
                found.addAll(elements);
            } else {
                found.add(value);
            }
        } else if (value instanceof Document document) {
            if (document.containsKey(path.get(0))) {
                collect(document.get(path.get(0)), path.subList(1, path.size()), found);
            }
        } else if (value instanceof List<?> elements) {
            collectFrom(elements, path, found);
        }
    }

    private static void collectFrom(List<?> elements, List<String> path, List<Object> found) {
        int position = position(path.get(0));
        if (position >= 0 && position < elements.size()) {
            collect(elements.get(position), path.subList(1, path.size()), found);
        }
        for (Object element : elements) {
            if (element instanceof Document) {
                collect(element, path, found);
            }
        }
    }
}
