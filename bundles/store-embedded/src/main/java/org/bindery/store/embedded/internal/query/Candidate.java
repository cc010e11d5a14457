package org.bindery.store.embedded.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexField;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.key.KeyRange;

/**
 * One index as a way to an answer.
 *
 * @param plan the plan with this index
 * @param score how much it helps
 */
record Candidate(Plan plan, int score) {

    /** The index on {@code _id}, which every collection has inside its table. */
    static final IndexInfo ID =
            new IndexInfo(0, CollectionInfo.ID_INDEX, List.of(new IndexField("_id", false)), true, false, 0);

    /** From here on an index bounds the answer; below, it only gives the order. */
    static final int GOOD = 5;

    private static final int MOST_RANGES = 1000;
    private static final int EQUAL = 10;
    private static final int RANGE = 5;
    private static final int SORTED = 4;
    private static final int UNIQUE = 500;
    private static final int BY_ID = 1000;

    /** The candidate, or null if this index gives neither bounds nor the order. */
    static Candidate of(IndexInfo index, Conditions conditions, Sort sort) {
        List<FieldBounds> bounds = bounds(index, conditions);
        if (index.sparse() && bounds.stream().allMatch(FieldBounds::withNull)) {
            return null;
        }
        Direction direction = direction(index, bounds, sort);
        boolean sorted = sort.isEmpty() || direction != Direction.OTHER;
        if (bounds.isEmpty() && (sort.isEmpty() || !sorted)) {
            return null;
        }
        List<KeyRange> ranges = ranges(bounds);
        boolean backwards = direction == Direction.BACKWARDS;
        Access access = index == ID ? new Access.ById(ranges, backwards) : new Access.ByIndex(index, ranges, backwards);
        return new Candidate(new Plan(access, sorted), score(index, bounds, sorted && !sort.isEmpty()));
    }

    private static int score(IndexInfo index, List<FieldBounds> bounds, boolean sorted) {
        int score = sorted ? SORTED : 0;
        int equal = 0;
        for (FieldBounds field : bounds) {
            equal += field.points() ? 1 : 0;
            score += field.points() ? EQUAL : RANGE;
        }
        if (index == ID && equal == 1) {
            return BY_ID;
        }
        return index.unique() && equal == index.fields().size() ? score + UNIQUE : score;
    }

    /** Bounds of the first fields; they end after the first that is more than single values. */
    private static List<FieldBounds> bounds(IndexInfo index, Conditions conditions) {
        List<FieldBounds> bounds = new ArrayList<>();
        boolean arrayUsed = false;
        long ranges = 1;
        for (int i = 0; i < index.fields().size(); i++) {
            boolean array = index.isArrayField(i);
            String path = index.fields().get(i).path();
            FieldBounds field = array ? conditions.best(path) : conditions.together(path);
            if (field == null || array && arrayUsed || ranges * field.ranges().size() > MOST_RANGES) {
                break;
            }
            bounds.add(index.fields().get(i).descending() ? field.descending() : field);
            arrayUsed |= array;
            ranges *= field.ranges().size();
            if (!field.points()) {
                break;
            }
        }
        return bounds;
    }

    private static List<KeyRange> ranges(List<FieldBounds> bounds) {
        List<KeyRange> ranges = List.of(KeyRange.all());
        for (FieldBounds field : bounds) {
            List<KeyRange> longer = new ArrayList<>();
            for (KeyRange beginning : ranges) {
                for (KeyRange range : field.ranges()) {
                    longer.add(range.behind(beginning.low()));
                }
            }
            ranges = longer;
        }
        return ranges;
    }

    private enum Direction {
        FORWARDS,
        BACKWARDS,
        OTHER
    }

    /** Whether the index gives the wanted order; fields with one single value do not matter for it. */
    private static Direction direction(IndexInfo index, List<FieldBounds> bounds, Sort sort) {
        if (sort.isEmpty()) {
            return Direction.FORWARDS;
        }
        if (index.arrayFields() != 0 || index.sparse() && bounds.isEmpty()) {
            return Direction.OTHER;
        }
        Boolean backwards = null;
        int wanted = 0;
        for (int i = 0; i < index.fields().size() && wanted < sort.fields().size(); i++) {
            IndexField field = index.fields().get(i);
            IndexField order = sort.fields().get(wanted);
            if (field.path().equals(order.path())) {
                boolean against = field.descending() != order.descending();
                if (backwards != null && backwards != against) {
                    return Direction.OTHER;
                }
                backwards = against;
                wanted++;
            } else if (i >= bounds.size() || !bounds.get(i).isOnePoint()) {
                return Direction.OTHER;
            }
        }
        if (wanted < sort.fields().size() && !(index == ID && wanted == 1)) {
            return Direction.OTHER;
        }
        return Boolean.TRUE.equals(backwards) ? Direction.BACKWARDS : Direction.FORWARDS;
    }
}
