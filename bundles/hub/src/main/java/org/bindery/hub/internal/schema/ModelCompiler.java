package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the snapshot for look-up out of a checked data model and its checked masks. */
final class ModelCompiler {

    private ModelCompiler() {}

    static DataModel compile(ObjectNode schema, ObjectNode masks) {
        List<Objecttype> objecttypes = new ArrayList<>();
        for (ObjectNode table : Wire.tables(schema)) {
            objecttypes.add(objecttype(table, Wire.masks(masks)));
        }
        return new DataModel(Wire.id(schema, "version"), objecttypes);
    }

    private static Objecttype objecttype(ObjectNode table, List<ObjectNode> masks) {
        long id = Wire.id(table, IdAssignment.TABLE_ID);
        List<Column> columns =
                Wire.columns(table).stream().map(ModelCompiler::column).toList();
        List<Mask> own = masks.stream()
                .filter(mask -> Wire.id(mask, IdAssignment.TABLE_ID) == id)
                .map(ModelCompiler::mask)
                .toList();
        return new Objecttype(id, Wire.name(table), columns, uniqueKeys(table, columns), own);
    }

    private static Column column(ObjectNode column) {
        ColumnType type = ColumnType.ofWireName(column.path("type").asText()).orElseThrow();
        return new Column(
                Wire.id(column, IdAssignment.COLUMN_ID),
                Wire.name(column),
                type,
                column.path("not_null").asBoolean());
    }

    private static List<UniqueKey> uniqueKeys(ObjectNode table, List<Column> columns) {
        Map<Long, Column> byId = columns.stream().collect(Collectors.toMap(Column::id, Function.identity()));
        return Wire.objects(table.path("unique_keys")).stream()
                .map(key -> new UniqueKey(Wire.objects(key.path("columns")).stream()
                        .map(member -> byId.get(Wire.id(member, IdAssignment.COLUMN_ID)))
                        .toList()))
                .toList();
    }

    private static Mask mask(ObjectNode mask) {
        Set<Long> columns = new HashSet<>();
        for (ObjectNode field : Wire.objects(mask.path("fields"))) {
            long id = Wire.id(field, IdAssignment.COLUMN_ID);
            if (id > 0) {
                columns.add(id);
            }
        }
        return new Mask(Wire.name(mask), mask.path("is_preferred").asBoolean(), columns);
    }
}
