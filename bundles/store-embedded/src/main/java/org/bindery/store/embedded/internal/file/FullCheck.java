package org.bindery.store.embedded.internal.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindery.store.embedded.CheckReport;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.bson.BsonFormatException;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.index.IndexKeys;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Reads everything in one snapshot: SQLite's own structures, and each document against each entry of each index. */
public final class FullCheck {

    private static final int MOST_PROBLEMS = 100;

    private final Sql sql;
    private final StoreLimits limits;
    private final List<String> problems = new ArrayList<>();
    private long documents;
    private long entries;

    private FullCheck(Sql sql, StoreLimits limits) {
        this.sql = sql;
        this.limits = limits;
    }

    /** Checks the file behind this connection. */
    public static CheckReport run(Sql sql, StoreLimits limits) {
        FullCheck check = new FullCheck(sql, limits);
        try {
            sql.execute("BEGIN");
            check.structure();
            CatalogueTables.read(sql).all().forEach(check::collection);
            sql.execute("COMMIT");
        } catch (StoreFailure e) {
            check.problem(e.getMessageWithoutErrorCode());
        }
        return new CheckReport(check.documents, check.entries, check.problems);
    }

    /** Checks the structure of the file and one collection. */
    public static CheckReport run(Sql sql, StoreLimits limits, Namespace name) {
        FullCheck check = new FullCheck(sql, limits);
        try {
            sql.execute("BEGIN");
            check.structure();
            CatalogueTables.read(sql).find(name).ifPresent(check::collection);
            sql.execute("COMMIT");
        } catch (StoreFailure e) {
            check.problem(e.getMessageWithoutErrorCode());
        }
        return new CheckReport(check.documents, check.entries, check.problems);
    }

    private void problem(String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(sentence);
        }
    }

    private void structure() {
        try (Sql.Lent lent = sql.lend("PRAGMA integrity_check(" + MOST_PROBLEMS + ")");
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                if (!"ok".equals(rows.getString(1))) {
                    problem(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    private void collection(CollectionInfo info) {
        Map<IndexInfo, Long> counts = new HashMap<>();
        info.indexes().forEach(index -> counts.put(index, 0L));
        String all = "SELECT r, doc, id FROM " + info.table() + " ORDER BY r";
        try (Sql.Lent lent = sql.lend(all);
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                documents++;
                document(info, new Row(rows.getLong(1), rows.getBytes(2)), rows.getBytes(3), counts);
            }
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
        counts.forEach((index, count) -> {
            long there = sql.number("SELECT count(*) FROM " + index.table(), 0);
            if (there != count) {
                problem("index " + index.name() + " of " + info.name() + " has " + there
                        + " entries, its documents have " + count);
            }
        });
    }

    private void document(CollectionInfo info, Row row, byte[] id, Map<IndexInfo, Long> counts) {
        try {
            if (!Arrays.equals(id, KeyWriter.key(row.document().get("_id")))) {
                problem("document " + row.place() + " of " + info.name() + " is filed under another _id");
            }
            for (IndexInfo index : info.indexes()) {
                index(info, index, row, counts);
            }
        } catch (BsonFormatException e) {
            problem("document " + row.place() + " of " + info.name() + " is not readable: " + e.getMessage());
        }
    }

    private void index(CollectionInfo info, IndexInfo index, Row row, Map<IndexInfo, Long> counts) {
        String find = "SELECT 1 FROM " + index.table() + " WHERE k=? AND r=?";
        for (byte[] key : IndexKeys.of(row.document(), index, limits).keys()) {
            entries++;
            counts.merge(index, 1L, Long::sum);
            if (sql.number(find, 0, key, row.place()) == 0) {
                problem("document " + row.place() + " of " + info.name() + " is missing in index " + index.name());
            }
        }
    }
}
