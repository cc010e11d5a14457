package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** Sorts rows in memory, within a limit of bytes. With a limit of rows only the best ones are kept. */
public final class SortedRows {

    private static final int OVERHEAD = 120;

    private static final class Keyed {

        private final byte[] key;
        private final long arrival;
        private final Row row;

        Keyed(byte[] key, long arrival, Row row) {
            this.key = key;
            this.arrival = arrival;
            this.row = row;
        }

        int bytes() {
            return key.length + row.bson().length + OVERHEAD;
        }
    }

    private static final Comparator<Keyed> ORDER = Comparator.<Keyed, byte[]>comparing(
                    keyed -> keyed.key, Arrays::compareUnsigned)
            .thenComparingLong(keyed -> keyed.arrival);

    private SortedRows() {}

    /** Reads all rows and gives them in order; {@code keep} is the number of rows needed, 0 for all. */
    public static Rows sort(Rows rows, Sort sort, long keep, long byteLimit) {
        SortKey keys = new SortKey(sort);
        PriorityQueue<Keyed> worstFirst = new PriorityQueue<>(ORDER.reversed());
        long bytes = 0;
        long arrival = 0;
        try (rows) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Keyed keyed = new Keyed(keys.of(row.document()), arrival++, row.packed());
                worstFirst.add(keyed);
                bytes += keyed.bytes();
                if (keep > 0 && worstFirst.size() > keep) {
                    bytes -= worstFirst.remove().bytes();
                }
                if (bytes > byteLimit) {
                    throw tooLarge(byteLimit);
                }
            }
        }
        return inOrder(worstFirst);
    }

    private static Rows inOrder(PriorityQueue<Keyed> worstFirst) {
        List<Keyed> sorted = new ArrayList<>(worstFirst);
        sorted.sort(ORDER);
        Queue<Row> result = new ArrayDeque<>(sorted.size());
        sorted.forEach(keyed -> result.add(keyed.row));
        return new Rows() {
            @Override
            public Row next() {
                return result.poll();
            }

            @Override
            public void close() {
                result.clear();
            }
        };
    }

    private static MongoServerError tooLarge(long byteLimit) {
        return new MongoServerError(
                292,
                "QueryExceededMemoryLimitNoDiskUseAllowed",
                "Sort exceeded memory limit of " + byteLimit + " bytes; add an index for this order or a limit");
    }
}
