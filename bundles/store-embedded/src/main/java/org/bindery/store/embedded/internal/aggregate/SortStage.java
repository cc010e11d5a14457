package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.bson.BsonWriter;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.query.SortedRows;

/** {@code $sort} in the middle of a pipeline, with the same order and the same limit of bytes as a find. */
final class SortStage {

    private SortStage() {}

    static Stream<Document> sort(Stream<Document> stream, Sort sort, long keep, long byteLimit) {
        var documents = stream.iterator();
        Rows rows = new Rows() {
            @Override
            public Row next() {
                return documents.hasNext() ? new Row(Row.NOWHERE, BsonWriter.toBytes(documents.next())) : null;
            }

            @Override
            public void close() {
                // the stream belongs to the pipeline
            }
        };
        return CollectionView.stream(SortedRows.sort(rows, sort, keep, byteLimit));
    }
}
