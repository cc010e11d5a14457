package org.bindery.bench.store;

import com.mongodb.MongoClientSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.sqlite.JDBC;

/** The same records in a table with the same two indexes, by JDBC in this process, one commit and fsync each write. */
final class SqliteContender implements Contender {

    private static final DocumentCodec CODEC = new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry());

    private final Path file;
    private final Session writer;
    private final Queue<Session> readers = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> all = new ConcurrentLinkedQueue<>();

    SqliteContender(Path file) throws SQLException {
        this.file = file;
        this.writer = new Session(open());
        try (Statement set = writer.connection.createStatement()) {
            set.execute("CREATE TABLE records(id INTEGER PRIMARY KEY, type TEXT, owner TEXT, date INTEGER,"
                    + " version INTEGER, body BLOB)");
            set.execute("CREATE INDEX owner ON records(owner)");
            set.execute("CREATE INDEX typed ON records(type, date)");
        }
        writer.connection.setAutoCommit(false);
    }

    /** A connection and its prepared statements. */
    private static final class Session {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Session(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement statement(String sql, Object... values) throws SQLException {
            PreparedStatement prepared = statements.get(sql);
            if (prepared == null) {
                prepared = connection.prepareStatement(sql);
                statements.put(sql, prepared);
            }
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            return prepared;
        }
    }

    private Connection open() throws SQLException {
        Connection opened = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
        try (Statement set = opened.createStatement()) {
            set.execute("PRAGMA journal_mode=WAL");
            set.execute("PRAGMA synchronous=FULL");
            set.execute("PRAGMA cache_size=-32000");
        }
        all.add(opened);
        return opened;
    }

    @Override
    public synchronized void insert(Document made) throws SQLException {
        add(made);
        writer.connection.commit();
    }

    private void add(Document made) throws SQLException {
        writer.statement(
                        "INSERT INTO records VALUES(?,?,?,?,?,?)",
                        made.getInteger("_id"),
                        made.getString("type"),
                        made.getString("owner"),
                        made.get("date", Instant.class).toEpochMilli(),
                        made.getInteger("version"),
                        encode(made))
                .executeUpdate();
    }

    @Override
    public synchronized void insertBatch(List<Document> made) throws SQLException {
        for (Document one : made) {
            add(one);
        }
        writer.connection.commit();
    }

    @Override
    public boolean read(int id) throws SQLException {
        return select("SELECT body FROM records WHERE id=?", id) == 1;
    }

    @Override
    public int byOwner(String owner) throws SQLException {
        return select("SELECT body FROM records WHERE owner=?", owner);
    }

    @Override
    public int byTypeAndDate(int number) throws SQLException {
        return select(
                "SELECT body FROM records WHERE type=? AND date>=? ORDER BY date LIMIT 20",
                "type" + number % Records.TYPES,
                Records.date(number).toEpochMilli());
    }

    private int select(String sql, Object... values) throws SQLException {
        Session reader = readers.poll();
        if (reader == null) {
            reader = new Session(open());
        }
        int found = 0;
        try (ResultSet rows = reader.statement(sql, values).executeQuery()) {
            while (rows.next()) {
                found += decode(rows.getBytes(1)).isEmpty() ? 0 : 1;
            }
        }
        readers.add(reader);
        return found;
    }

    @Override
    public synchronized boolean update(int id, int version) throws SQLException {
        boolean won = raise(id, version);
        writer.connection.commit();
        return won;
    }

    private boolean raise(int id, int version) throws SQLException {
        Document found;
        try (ResultSet row =
                writer.statement("SELECT body FROM records WHERE id=?", id).executeQuery()) {
            found = decode(row.getBytes(1));
        }
        found.put("version", version + 1);
        return writer.statement(
                                "UPDATE records SET version=?, body=? WHERE id=? AND version=?",
                                version + 1,
                                encode(found),
                                id,
                                version)
                        .executeUpdate()
                == 1;
    }

    @Override
    public synchronized void transaction(int number) throws SQLException {
        add(Records.record(2 * number));
        add(Records.record(2 * number + 1));
        writer.connection.commit();
    }

    private static byte[] encode(Document document) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter out = new BsonBinaryWriter(bytes)) {
            CODEC.encode(out, document, EncoderContext.builder().build());
            return bytes.toByteArray();
        }
    }

    private static Document decode(byte[] bytes) {
        try (BsonBinaryReader in = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            return CODEC.decode(in, DecoderContext.builder().build());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (Connection one : all) {
                one.close();
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
