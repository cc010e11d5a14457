package org.bindery.store.embedded.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.bindery.store.embedded.Durability;
import org.bindery.store.embedded.StoreUnusableException;
import org.bindery.store.embedded.StoreUnusableException.Reason;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** The store's file: makes it, knows whether a file is one, and opens connections to it. */
public final class StoreFile {

    /** "BIND": marks a file as ours. */
    public static final int APPLICATION_ID = 0x42494E44;

    /** The layout of tables and key bytes. */
    public static final int FORMAT = 1;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int FORMAT_OFFSET = 60;
    private static final int APPLICATION_OFFSET = 68;
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

    /** Makes a new store if there is no file; it appears complete or not at all. */
    public void createIfMissing() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        if (Files.exists(log)) {
            throw damaged("its main file is missing, but its log " + log + " is there");
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        DataFolder.createPrivateFile(fresh);
        try (Sql sql = open(fresh)) {
            sql.executeOnce("PRAGMA application_id=" + APPLICATION_ID);
            sql.executeOnce("PRAGMA user_version=" + FORMAT);
            CatalogueTables.create(sql);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Refuses a file that is no store of a version we know. Looks at the header only. */
    public void requireOurs() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new StoreUnusableException(Reason.WRONG_FORMAT, "There is no store at " + path + ".");
        }
        ByteBuffer header = readHeader();
        if (header.limit() < HEADER || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw damaged("its header is not readable");
        }
        if (header.getInt(APPLICATION_OFFSET) != APPLICATION_ID) {
            throw new StoreUnusableException(
                    Reason.WRONG_FORMAT, path + " is a database of another program, not a Bindery store.");
        }
        if (header.getInt(FORMAT_OFFSET) != FORMAT) {
            throw new StoreUnusableException(
                    Reason.WRONG_FORMAT,
                    path + " has store format " + header.getInt(FORMAT_OFFSET) + ", this program knows format " + FORMAT
                            + ". Use the program version that wrote it.");
        }
    }

    private ByteBuffer readHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // reads on until the header is there or the file ends
            }
        }
        return header.flip();
    }

    /** The error for a damaged file, with the way out. */
    public StoreUnusableException damaged(String what) {
        return new StoreUnusableException(
                Reason.DAMAGED,
                "The store " + path + " is damaged: " + what + ". It was left as it is. Restore the last backup"
                        + " (bindery restore), which keeps this file beside it.");
    }

    /** Opens the connection that writes. */
    public Sql openWriter() {
        Sql sql = open(path);
        sql.executeOnce("PRAGMA journal_mode=WAL");
        sql.executeOnce("PRAGMA synchronous=" + durability);
        sql.executeOnce("PRAGMA cache_size=-32000");
        sql.executeOnce("PRAGMA journal_size_limit=67108864");
        return sql;
    }

    /** Opens a connection that only reads. */
    public Sql openReader() {
        Sql sql = open(path);
        sql.executeOnce("PRAGMA query_only=ON");
        sql.executeOnce("PRAGMA cache_size=-4000");
        return sql;
    }

    /** The file is not mapped into memory: on a failing disk that would end the process instead of one command. */
    private static Sql open(Path path) {
        try {
            Connection connection = new org.sqlite.JDBC().connect("jdbc:sqlite:" + path, new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
                statement.execute("PRAGMA temp_store=MEMORY");
            }
            return new Sql(connection);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
