package org.bindery.store.embedded.internal.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.IndexField;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.key.EmptyArray;
import org.bindery.store.embedded.internal.key.KeyWriter;

/**
 * The keys one document puts into one index. A field with an array puts one key for each element; several fields may
 * share one array, but two different arrays are refused, as in MongoDB.
 */
public final class IndexKeys {

    private static final Object UNKNOWN = new Object();
    private static final Object MISSING = new Object();

    private final IndexInfo index;
    private final StoreLimits limits;
    private final TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    private int arrayFields;
    private boolean anyField;

    private IndexKeys(IndexInfo index, StoreLimits limits) {
        this.index = index;
        this.limits = limits;
    }

    /** The keys in their order, and what was seen on the way. */
    public static IndexKeys of(Document document, IndexInfo index, StoreLimits limits) {
        IndexKeys result = new IndexKeys(index, limits);
        int size = index.fields().size();
        Step[] steps = new Step[size];
        Object[] values = new Object[size];
        Arrays.fill(values, UNKNOWN);
        for (int i = 0; i < size; i++) {
            steps[i] = new Step(document, 0);
        }
        result.expand(steps, values);
        return result;
    }

    /** The encoded keys; none if the index is sparse and the document has none of its fields. */
    public NavigableSet<byte[]> keys() {
        return index.sparse() && !anyField ? new TreeSet<>(Arrays::compareUnsigned) : keys;
    }

    /** One bit for each field that held an array. */
    public int arrayFields() {
        return arrayFields;
    }

    /** A place on the way along one path: the value reached, and the number of steps done. */
    private record Step(Object at, int done) {}

    private void expand(Step[] steps, Object[] values) {
        List<?> array = null;
        int size = steps.length;
        boolean[] waiting = new boolean[size];
        for (int i = 0; i < size; i++) {
            if (values[i] != UNKNOWN) {
                continue;
            }
            steps[i] = walk(steps[i], index.fields().get(i).steps());
            if (steps[i].at() instanceof List<?> found) {
                array = same(array, found, i);
                waiting[i] = true;
            } else {
                values[i] = steps[i].at();
                anyField |= values[i] != MISSING;
            }
        }
        if (array == null) {
            emit(values);
        } else {
            expandArray(array, waiting, steps, values);
        }
    }

    /** Follows the path through documents until its end, or an array, or nothing. */
    private static Step walk(Step from, List<String> path) {
        Object at = from.at();
        int done = from.done();
        while (done < path.size()) {
            if (at instanceof Document document) {
                String name = path.get(done);
                at = document.containsKey(name) ? document.get(name) : MISSING;
                done++;
            } else if (at instanceof List<?> list && isPosition(path.get(done))) {
                int position = Integer.parseInt(path.get(done));
                at = position < list.size() ? list.get(position) : MISSING;
                done++;
            } else if (at instanceof List<?>) {
                return new Step(at, done);
            } else {
                return new Step(MISSING, path.size());
            }
        }
        return new Step(at, done);
    }

    private static boolean isPosition(String step) {
        return step.length() < 9 && !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<?> same(List<?> known, List<?> found, int field) {
        arrayFields |= 1 << field;
        if (known != null && known != found) {
            throw new MongoServerError(171, "CannotIndexParallelArrays", "cannot index parallel arrays in " + index);
        }
        return found;
    }

    private void expandArray(List<?> array, boolean[] waiting, Step[] steps, Object[] values) {
        if (array.isEmpty()) {
            expandElement(EmptyArray.INSTANCE, waiting, steps, values);
        }
        for (Object element : array) {
            expandElement(element, waiting, steps, values);
        }
    }

    private void expandElement(Object element, boolean[] waiting, Step[] steps, Object[] values) {
        Step[] nextSteps = steps.clone();
        Object[] nextValues = values.clone();
        for (int i = 0; i < steps.length; i++) {
            if (!waiting[i]) {
                continue;
            }
            if (steps[i].done() == index.fields().get(i).steps().size()) {
                nextValues[i] = element;
                anyField = true;
            } else {
                nextSteps[i] = new Step(element instanceof Document ? element : MISSING, steps[i].done());
            }
        }
        expand(nextSteps, nextValues);
    }

    private void emit(Object[] values) {
        KeyWriter key = new KeyWriter();
        List<IndexField> fields = index.fields();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] == MISSING ? null : values[i];
            if (fields.get(i).descending()) {
                key.addDescending(value);
            } else {
                key.add(value);
            }
        }
        if (key.length() > limits.indexKeyBytes()) {
            throw new MongoServerError(
                    17280,
                    "KeyTooLong",
                    "index key too large for " + index + ": " + key.length() + " bytes, at most "
                            + limits.indexKeyBytes());
        }
        keys.add(key.toBytes());
        if (keys.size() > limits.indexKeysPerDocument()) {
            throw new MongoServerError(
                    2,
                    "BadValue",
                    "too many keys for " + index + ": an array in an indexed field may have at most "
                            + limits.indexKeysPerDocument() + " elements");
        }
    }
}
