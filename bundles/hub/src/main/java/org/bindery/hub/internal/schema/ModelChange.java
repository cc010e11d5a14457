package org.bindery.hub.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Finds what a new data model would do to stored objects. A removed column is fine: its values stay stored, unseen, and
 * come back with its id. What would make stored values invalid is a problem.
 */
final class ModelChange {

    private final DataModel before;
    private final DataModel after;
    private final Map<Long, ColumnType> removedBefore;
    private final ToLongFunction<String> countOf;
    private final SchemaProblems problems;

    /**
     * @param removedBefore types of columns that earlier commits removed, by id
     * @param countOf counts the stored objects of an objecttype
     */
    ModelChange(
            DataModel before,
            DataModel after,
            Map<Long, ColumnType> removedBefore,
            ToLongFunction<String> countOf,
            SchemaProblems problems) {
        this.before = before;
        this.after = after;
        this.removedBefore = removedBefore;
        this.countOf = countOf;
        this.problems = problems;
    }

    void check() {
        for (Objecttype old : before.objecttypes()) {
            Optional<Objecttype> now = after.objecttype(old.name()).filter(found -> found.id() == old.id());
            long count = countOf.applyAsLong(old.name());
            if (count > 0) {
                now.ifPresentOrElse(kept -> checkKept(old, kept, count), () -> checkGone(old, count));
            }
        }
    }

    private void checkGone(Objecttype old, long count) {
        boolean renamed = after.objecttypes().stream().anyMatch(found -> found.id() == old.id());
        String what = renamed ? "be renamed" : "be removed";
        incompatible(
                "tables." + old.name(),
                "Objecttype " + old.name() + " cannot " + what + " while it has " + count + " objects");
    }

    private void checkKept(Objecttype old, Objecttype now, long count) {
        Map<Long, Column> columnsBefore =
                old.columns().stream().collect(Collectors.toMap(Column::id, Function.identity()));
        for (Column column : now.columns()) {
            Column was = columnsBefore.get(column.id());
            String path = "tables." + now.name() + ".columns." + column.name();
            ColumnType typeBefore = was == null ? removedBefore.get(column.id()) : was.type();
            if (typeBefore != null && !typeBefore.widensTo(column.type())) {
                incompatible(
                        path,
                        "Column " + column.name() + " cannot change from " + typeBefore.wireName() + " to "
                                + column.type().wireName() + " while " + now.name() + " has " + count + " objects");
            }
            if (column.notNull() && (was == null || !was.notNull())) {
                incompatible(
                        path,
                        "Column " + column.name() + " cannot become not_null while " + now.name() + " has " + count
                                + " objects");
            }
        }
        checkUniqueKeys(old, now, count);
    }

    private void checkUniqueKeys(Objecttype old, Objecttype now, long count) {
        Set<String> had = old.uniqueKeys().stream().map(UniqueKey::storedName).collect(Collectors.toSet());
        for (UniqueKey key : now.uniqueKeys()) {
            if (!had.contains(key.storedName())) {
                incompatible(
                        "tables." + now.name() + ".unique_keys",
                        "A unique key over " + key.displayName() + " cannot be added while " + now.name() + " has "
                                + count + " objects");
            }
        }
    }

    private void incompatible(String path, String message) {
        problems.add(SchemaProblems.INCOMPATIBLE, path, message);
    }
}
