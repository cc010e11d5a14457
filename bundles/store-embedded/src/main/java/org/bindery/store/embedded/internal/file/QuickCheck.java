package org.bindery.store.embedded.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** The check at each start. It takes milliseconds whatever the size: lengths, the catalogue, and each table's root. */
public final class QuickCheck {

    private QuickCheck() {}

    /** Refuses a file in which something is missing. */
    public static void run(StoreFile file, Sql sql, Catalogue catalogue) throws IOException {
        try {
            requireWholeFile(file, sql);
            requireTables(file, sql, catalogue);
        } catch (StoreFailure e) {
            throw refused(file, e);
        }
    }

    private static IOException refused(StoreFile file, StoreFailure failure) {
        IOException refusal = file.damaged(failure.getMessageWithoutErrorCode());
        refusal.initCause(failure);
        return refusal;
    }

    /** The log is brought into the file first, so that the file must have its full length. */
    private static void requireWholeFile(StoreFile file, Sql sql) throws IOException {
        sql.executeOnce("PRAGMA wal_checkpoint(TRUNCATE)");
        long wanted = sql.number("PRAGMA page_count", 0) * sql.number("PRAGMA page_size", 0);
        long length = Files.size(file.path());
        if (length < wanted) {
            throw file.damaged("it should have " + wanted + " bytes and has " + length);
        }
    }

    private static void requireTables(StoreFile file, Sql sql, Catalogue catalogue) throws IOException {
        Set<String> there = tables(sql);
        Set<String> wanted = new TreeSet<>();
        for (CollectionInfo info : catalogue.all()) {
            wanted.add(info.table());
            info.indexes().stream().map(IndexInfo::table).forEach(wanted::add);
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        there.removeAll(wanted);
        if (!missing.isEmpty() || !there.isEmpty()) {
            throw file.damaged("catalogue and tables differ (missing " + missing + ", unknown " + there + ")");
        }
        for (String table : wanted) {
            sql.executeOnce("SELECT 1 FROM " + table + " LIMIT 1");
        }
    }

    private static Set<String> tables(Sql sql) {
        Set<String> names = new HashSet<>();
        try (Sql.Lent lent = sql.lend("SELECT name FROM sqlite_schema WHERE type='table'");
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (name.matches("[ci][0-9]+")) {
                    names.add(name);
                }
            }
            return names;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
