package org.bindery.store.embedded.internal.cursor;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;

/** Rows as a cursor's source, with what they need open until the cursor is closed. */
public final class RowSource implements OpenCursor.Source {

    private final Rows rows;
    private final UnaryOperator<Document> projection;
    private final Held held;

    /** The projection is null for whole documents. */
    public RowSource(Rows rows, UnaryOperator<Document> projection, Held held) {
        this.rows = rows;
        this.projection = projection;
        this.held = held;
    }

    @Override
    public OpenCursor.Sized next() {
        Row row = rows.next();
        if (row == null) {
            return null;
        }
        if (projection == null) {
            return new OpenCursor.Sized(row.document(), row.bson().length);
        }
        return new OpenCursor.Sized(projection.apply(row.document()), row.bson().length);
    }

    @Override
    public void close() {
        try (held) {
            rows.close();
        }
    }
}
