package org.bindery.hub.internal.schema;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Columns whose values together may occur once; ordered by id, so that listing them in another order is the same key. */
public record UniqueKey(List<Column> columns) {

    public UniqueKey {
        columns = columns.stream().sorted(Comparator.comparingLong(Column::id)).toList();
    }

    /** Name of the key in the store; made of column ids, so that renaming a column keeps what was claimed. */
    public String storedName() {
        return columns.stream().map(Column::storedKey).collect(Collectors.joining("-"));
    }

    /** Name of the key for people. */
    public String displayName() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
