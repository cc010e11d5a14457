package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.bindery.store.embedded.internal.query.Paths;

/**
 * Looks for a value at a path that passes a test. Arrays on the way are searched, element by element or at a position;
 * an array at the end offers its elements and itself, or only itself.
 */
final class PathFilter implements Filter {

    private final List<String> path;
    private final ValueTest test;
    private final boolean elements;

    PathFilter(List<String> path, ValueTest test, boolean elements) {
        this.path = path;
        this.test = test;
        this.elements = elements;
    }

    @Override
    public boolean matches(Document document) {
        return inDocument(document, 0);
    }

    private boolean inDocument(Document document, int step) {
        String name = path.get(step);
        Object value = document.get(name);
        if (value == null && !document.containsKey(name)) {
            return test.test(Missing.getInstance());
        }
        return at(value, step + 1);
    }

    private boolean at(Object value, int step) {
        if (step == path.size()) {
            return end(value);
        }
        if (value instanceof Document document) {
            return inDocument(document, step);
        }
        if (value instanceof List<?> list) {
            return inList(list, step);
        }
        return test.test(Missing.getInstance());
    }

    private boolean inList(List<?> list, int step) {
        int position = Paths.position(path.get(step));
        if (position >= 0 && position < list.size() && at(list.get(position), step + 1)) {
            return true;
        }
        for (Object element : list) {
            if (element instanceof Document document && inDocument(document, step)) {
                return true;
            }
        }
        return false;
    }

    private boolean end(Object value) {
        if (elements && value instanceof List<?> list) {
            for (Object element : list) {
                if (test.test(element)) {
                    return true;
                }
            }
        }
        return test.test(value);
    }
}
