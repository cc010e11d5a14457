package org.bindery.hub.internal.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An objecttype of the committed data model. Immutable. */
public final class Objecttype {

    private final long id;
    private final String name;
    private final List<Column> columns;
    private final Map<String, Column> columnsByName;
    private final List<UniqueKey> uniqueKeys;
    private final Map<String, Mask> masks;

    Objecttype(long id, String name, List<Column> columns, List<UniqueKey> uniqueKeys, List<Mask> masks) {
        this.id = id;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.columnsByName = byName(columns, Column::name);
        this.uniqueKeys = List.copyOf(uniqueKeys);
        Map<String, Mask> all = new LinkedHashMap<>();
        all.put(Mask.ALL_FIELDS, allFields(columns));
        all.putAll(byName(masks, Mask::name));
        this.masks = Collections.unmodifiableMap(all);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The columns in the order of the data model. */
    public List<Column> columns() {
        return columns;
    }

    public Optional<Column> column(String columnName) {
        return Optional.ofNullable(columnsByName.get(columnName));
    }

    public List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    /** Finds a mask; {@code _all_fields} is always there. */
    public Optional<Mask> mask(String maskName) {
        return Optional.ofNullable(masks.get(maskName));
    }

    /** The mask with all columns. */
    public Mask allFields() {
        return masks.get(Mask.ALL_FIELDS);
    }

    private static Mask allFields(List<Column> columns) {
        return new Mask(Mask.ALL_FIELDS, false, columns.stream().map(Column::id).collect(Collectors.toSet()));
    }

    private static <T> Map<String, T> byName(List<T> items, Function<T, String> nameOf) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(nameOf.apply(item), item));
        return Collections.unmodifiableMap(map);
    }
}
