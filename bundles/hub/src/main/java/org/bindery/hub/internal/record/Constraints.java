package org.bindery.hub.internal.record;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindery.hub.internal.json.SafeJson;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.store.RecordStore;

/** What objects must fulfil after the pre-save steps, which may have filled in what was missing (fylr-spec 6.1). */
final class Constraints {

    /** The store keeps unique values in an index, whose entries have a limit. */
    private static final int LONGEST_UNIQUE_BYTES = 60_000;

    private final Objecttype objecttype;
    private final RecordLimits limits;

    Constraints(Objecttype objecttype, RecordLimits limits) {
        this.objecttype = objecttype;
        this.limits = limits;
    }

    void check(List<Draft> drafts) {
        FieldProblems problems = new FieldProblems();
        for (Draft draft : drafts) {
            checkNotNull(draft, problems);
            checkSize(draft, problems);
        }
        Map<String, Integer> holders = new HashMap<>();
        for (Draft draft : drafts) {
            checkUniqueInRequest(draft, holders, problems);
        }
        problems.refuseIfAny("Nothing was written. Constraints are checked after the pre-save steps.");
    }

    /** Looks for values that stored objects hold; the write does the same and decides. */
    void checkStored(List<Draft> drafts, RecordStore store) {
        for (Draft draft : drafts) {
            UniqueValues.of(objecttype, draft.next().content())
                    .forEach((key, value) -> store.findUnique(objecttype.name(), key.storedName(), value)
                            .filter(holder ->
                                    holder.systemObjectId() != draft.next().systemObjectId())
                            .ifPresent(holder -> {
                                throw RecordErrors.notUnique(
                                        objecttype.name(), key.displayName(), value, index(draft), null);
                            }));
        }
    }

    private void checkNotNull(Draft draft, FieldProblems problems) {
        for (Column column : objecttype.columns()) {
            boolean empty =
                    Shapes.isEmpty(Shapes.shown(column, draft.next().content().value(column)));
            if (column.notNull() && empty) {
                problems.add(index(draft), FieldProblems.NOT_NULL, path(column.name()), "must not be empty");
            }
        }
    }

    private void checkSize(Draft draft, FieldProblems problems) {
        long size = SafeJson.size(draft.next().content().fields());
        if (size > limits.objectBytes()) {
            problems.add(
                    index(draft),
                    "ObjectTooLarge",
                    objecttype.name(),
                    "has about " + size + " bytes; at most " + limits.objectBytes());
        }
    }

    private void checkUniqueInRequest(Draft draft, Map<String, Integer> holders, FieldProblems problems) {
        UniqueValues.of(objecttype, draft.next().content()).forEach((key, value) -> {
            if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_UNIQUE_BYTES) {
                problems.add(
                        index(draft),
                        FieldProblems.INCONSISTENT,
                        path(key.displayName()),
                        "is too long for a unique field; at most " + LONGEST_UNIQUE_BYTES + " bytes");
            }
            Integer other = holders.putIfAbsent(key.storedName() + value, index(draft));
            if (other != null) {
                problems.add(
                        index(draft),
                        "DatabaseUniqueKeyViolation",
                        path(key.displayName()),
                        "is the same as in object " + other);
            }
        });
    }

    private String path(String field) {
        return objecttype.name() + "." + field;
    }

    private static int index(Draft draft) {
        return draft.posted().index();
    }
}
