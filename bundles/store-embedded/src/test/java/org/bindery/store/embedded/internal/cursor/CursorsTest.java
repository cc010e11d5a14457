package org.bindery.store.embedded.internal.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bindery.store.embedded.internal.bson.BsonWriter;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.junit.jupiter.api.Test;

/** Tests {@link Cursors}, {@link OpenCursor} and {@link RowSource}. */
class CursorsTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();
    private final Cursors cursors = new Cursors(Duration.ofNanos(100), 500, clock::get);

    private RowSource source(int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new Row(i, BsonWriter.toBytes(new Document("_id", i).append("t", "x".repeat(80)))))
                .toList();
        return new RowSource(Rows.of(rows), null, closed::incrementAndGet);
    }

    private static Document cursor(Document reply) {
        return (Document) reply.get("cursor");
    }

    @Test
    void aBatchEndsAtItsCountOrItsBytes() {
        Document first = cursor(cursors.first("d.c", source(20), 3, false));
        assertThat((List<?>) first.get("firstBatch")).hasSize(3);
        Document next = cursor(cursors.next((Long) first.get("id"), "d.c", 0));
        assertThat((List<?>) next.get("nextBatch")).hasSizeBetween(3, 5);
        assertThat(closed).hasValue(0);
    }

    @Test
    void theLastBatchClosesTheCursorAndWhatItHolds() {
        Document first = cursor(cursors.first("d.c", source(2), -1, false));
        assertThat(first).containsEntry("id", 0L);
        assertThat(closed).hasValue(1);
        assertThat(cursor(cursors.first("d.c", source(9), 1, true))).containsEntry("id", 0L);
        assertThat(closed).hasValue(2);
    }

    @Test
    void anIdleCursorIsClosedAfterItsTime() {
        long id = (Long) cursor(cursors.first("d.c", source(9), 1, false)).get("id");
        clock.set(90);
        cursors.closeIdle();
        assertThat(cursors.size()).isEqualTo(1);
        clock.set(200);
        cursors.closeIdle();
        assertThat(cursors.size()).isZero();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> cursors.next(id, "d.c", 1)).isInstanceOf(CursorNotFoundException.class);
    }

    @Test
    void aProjectionIsAppliedToEachRow() {
        RowSource source = new RowSource(
                Rows.of(List.of(new Row(1, BsonWriter.toBytes(new Document("_id", 1))))),
                document -> new Document("seen", document.get("_id")),
                () -> {});
        assertThat(source.next().document()).isEqualTo(new Document("seen", 1));
        assertThat(source.next()).isNull();
    }
}
