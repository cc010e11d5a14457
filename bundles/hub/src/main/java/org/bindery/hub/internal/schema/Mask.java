package org.bindery.hub.internal.schema;

import java.util.Set;

/** A view of an objecttype: which columns a client sees and sends. */
public record Mask(String name, boolean preferred, Set<Long> columnIds) {

    /** The mask every objecttype has, with all its columns. */
    public static final String ALL_FIELDS = "_all_fields";

    public Mask {
        columnIds = Set.copyOf(columnIds);
    }

    public boolean shows(Column column) {
        return columnIds.contains(column.id());
    }
}
