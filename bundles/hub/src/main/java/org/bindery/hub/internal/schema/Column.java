package org.bindery.hub.internal.schema;

/**
 * A column of an objecttype.
 *
 * @param id never given to another column, so that it can key stored values across renames
 */
public record Column(long id, String name, ColumnType type, boolean notNull) {

    /** Key of the column's value in a stored record. */
    public String storedKey() {
        return "c" + id;
    }
}
