package org.bindery.store.embedded.internal.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.bindery.store.embedded.Durability;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Opens connections to the store's file. */
public final class StoreFile {

    /** "BIND": marks a file as ours. */
    public static final int APPLICATION_ID = 0x42494E44;

    /** The layout of tables and key bytes. */
    public static final int FORMAT = 1;

    private static final int BUSY_MILLIS = 5000;

    private final Path path;
    private final Durability durability;

    public StoreFile(Path path, Durability durability) {
        this.path = path;
        this.durability = durability;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** Opens the connection that writes. */
    public Sql openWriter() {
        Sql sql = open(path);
        sql.executeOnce("PRAGMA journal_mode=WAL");
        sql.executeOnce("PRAGMA synchronous=" + durability);
        sql.executeOnce("PRAGMA cache_size=-32000");
        return sql;
    }

    /** Opens a connection that only reads. */
    public Sql openReader() {
        Sql sql = open(path);
        sql.executeOnce("PRAGMA query_only=ON");
        sql.executeOnce("PRAGMA cache_size=-2000");
        return sql;
    }

    private static Sql open(Path path) {
        try {
            Connection connection = new org.sqlite.JDBC().connect("jdbc:sqlite:" + path, new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
                statement.execute("PRAGMA mmap_size=268435456");
                statement.execute("PRAGMA temp_store=MEMORY");
            }
            return new Sql(connection);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
