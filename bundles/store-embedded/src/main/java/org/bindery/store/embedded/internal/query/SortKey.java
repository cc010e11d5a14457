package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.IndexField;
import org.bindery.store.embedded.internal.key.EmptyArray;
import org.bindery.store.embedded.internal.key.KeyWriter;

/** Makes the bytes by which documents are sorted. Of an array the smallest element counts, backwards the greatest. */
final class SortKey {

    private final Sort sort;

    SortKey(Sort sort) {
        this.sort = sort;
    }

    byte[] of(Document document) {
        KeyWriter key = new KeyWriter();
        for (IndexField field : sort.fields()) {
            key.addEncoded(new Extreme(field.descending()).find(document, field.steps()));
        }
        return key.toBytes();
    }

    /** Looks for the first key of a path, in the field's own direction. */
    private static final class Extreme {

        private final boolean descending;
        private byte[] first;

        Extreme(boolean descending) {
            this.descending = descending;
        }

        byte[] find(Object value, List<String> path) {
            walk(value, path);
            if (first == null) {
                offer(null);
            }
            return first;
        }

        private void walk(Object value, List<String> path) {
            if (path.isEmpty()) {
                end(value);
            } else if (value instanceof Document document) {
                if (document.containsKey(path.get(0))) {
                    walk(document.get(path.get(0)), path.subList(1, path.size()));
                } else {
                    offer(null);
                }
            } else if (value instanceof List<?> elements) {
                walkElements(elements, path);
            }
        }

        private void walkElements(List<?> elements, List<String> path) {
            String step = path.get(0);
            if (step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int position = Integer.parseInt(step);
                walk(position < elements.size() ? elements.get(position) : null, path.subList(1, path.size()));
                return;
            }
            for (Object element : elements) {
                if (!(element instanceof List)) {
                    walk(element, path);
                }
            }
        }

        private void end(Object value) {
            if (!(value instanceof List<?> elements)) {
                offer(value);
            } else if (elements.isEmpty()) {
                offer(EmptyArray.INSTANCE);
            } else {
                elements.forEach(this::offer);
            }
        }

        private void offer(Object value) {
            KeyWriter writer = new KeyWriter();
            byte[] key = (descending ? writer.addDescending(value) : writer.add(value)).toBytes();
            if (first == null || Arrays.compareUnsigned(key, first) < 0) {
                first = key;
            }
        }
    }
}
