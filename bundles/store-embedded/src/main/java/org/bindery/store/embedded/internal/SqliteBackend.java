package org.bindery.store.embedded.internal;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.internal.command.Command;
import org.bindery.store.embedded.internal.command.Commands;
import org.bindery.store.embedded.internal.command.Concerns;
import org.bindery.store.embedded.internal.command.PlainCommand;
import org.bindery.store.embedded.internal.command.Reply;
import org.bindery.store.embedded.internal.command.Request;
import org.bindery.store.embedded.internal.command.ServerCommands;
import org.bindery.store.embedded.internal.command.StoreTools;
import org.bindery.store.embedded.internal.cursor.Cursors;
import org.bindery.store.embedded.internal.session.Sessions;
import org.bindery.store.embedded.internal.sql.Snapshot;
import org.bindery.store.embedded.internal.sql.StoreFailure;
import org.bindery.store.embedded.internal.update.DocumentRules;
import org.bindery.store.embedded.internal.work.SnapshotWorkspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store behind the wire: takes commands, runs them on the file, answers replies. Errors are replies too;
 * nothing is thrown at the wire. Commands may take a while and must not run on event loops.
 */
public final class SqliteBackend implements MongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteBackend.class);
    private static final String SET_NAME = "bindery";
    private static final int COMMAND_DEPTH = 40;
    private static final long SWEEP_MILLIS = 1000;

    private final OpenStore store;
    private final StoreTools tools;
    private final Commands commands;
    private final Sessions sessions;
    private final Map<String, PlainCommand> ownCommands;
    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> sweep;
    private final ServerCommands serverCommands = new ServerCommands(SET_NAME);

    private SqliteBackend(OpenStore store, EmbeddedSettings settings) {
        this.store = store;
        Cursors cursors =
                new Cursors(settings.times().cursor(), settings.limits().batchBytes(), System::nanoTime);
        this.tools = new StoreTools(cursors, new DocumentRules(settings.limits().documentDepth()), settings.limits());
        this.commands = new Commands(tools);
        this.sessions =
                new Sessions(store.group(), store.readers(), settings.limits(), settings.times(), System::nanoTime);
        this.ownCommands = Map.of(
                "validate", new ValidateCommand(store),
                "committransaction", sessions::commit,
                "aborttransaction", sessions::abort,
                "endsessions", sessions::end,
                "killsessions", sessions::end,
                "refreshsessions", request -> Reply.ok());
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "bindery-store-clock");
            thread.setDaemon(true);
            return thread;
        });
        long period = Math.max(
                1, Math.min(SWEEP_MILLIS, settings.times().transaction().toMillis() / 2));
        this.sweep = clock.scheduleWithFixedDelay(this::giveUpOld, period, period, TimeUnit.MILLISECONDS);
    }

    private void giveUpOld() {
        try {
            tools.cursors().closeIdle();
            sessions.giveUpOld();
        } catch (MongoServerError e) {
            LOG.warn("Could not give up an old cursor or transaction; the next round tries again", e);
        }
    }

    /** Opens the store's file, or makes it, and is ready for commands. */
    public static SqliteBackend open(EmbeddedSettings settings) throws IOException {
        return new SqliteBackend(OpenStore.open(settings), settings);
    }

    /** Transactions that are open now. */
    public long openTransactions() {
        return sessions.openTransactions();
    }

    /** The file behind. */
    public OpenStore store() {
        return store;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            DocumentRules.checkDepth(query, tools.limits().documentDepth() + COMMAND_DEPTH);
            return run(new Request(channel, database, command, query));
        } catch (MongoServerError e) {
            return Reply.error(e);
        } catch (MongoServerException e) {
            return Reply.error(new MongoServerError(2, "BadValue", e.getMessageWithoutErrorCode()));
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException e) {
            LOG.debug("command {} holds something that the query layer does not accept", command, e);
            return Reply.error(new MongoServerError(
                    2, "BadValue", "the command holds a value the embedded store does not accept: " + e.getMessage()));
        }
    }

    private Document run(Request request) {
        Concerns.check(request.body());
        PlainCommand plain = findPlain(request.name());
        if (plain != null) {
            return plain.run(request);
        }
        Command command = commands.find(request.name());
        if (command == null) {
            throw new MongoServerError(59, "CommandNotFound", "no such command: '" + request.name() + "'");
        }
        if (Sessions.inTransaction(request)) {
            boolean allowed = command.kind(request) != Command.Kind.ALTER;
            return sessions.run(request, allowed, workspace -> command.run(request, workspace));
        }
        if (Sessions.isRetryable(request)) {
            return sessions.once(request, () -> run(command, request));
        }
        return run(command, request);
    }

    private PlainCommand findPlain(String name) {
        PlainCommand plain = serverCommands.find(name);
        if (plain == null) {
            plain = commands.findPlain(name);
        }
        return plain == null ? ownCommands.get(name.toLowerCase(Locale.ROOT)) : plain;
    }

    private Document run(Command command, Request request) {
        return switch (command.kind(request)) {
            case READ -> read(command, request);
            case WRITE -> store.group().write(writer -> command.run(request, new WriterWorkspace(writer)));
            case ALTER -> store.group().writeAlone(writer -> command.run(request, new WriterWorkspace(writer)));
        };
    }

    /** A table that was dropped between the look at the catalogue and the look at the file is worth a second try. */
    private Document read(Command command, Request request) {
        try {
            return readOnce(command, request);
        } catch (StoreFailure e) {
            if (e.isMissingTable()) {
                return readOnce(command, request);
            }
            throw e;
        }
    }

    private Document readOnce(Command command, Request request) {
        Snapshot snapshot = store.readers().begin();
        try (SnapshotWorkspace workspace =
                new SnapshotWorkspace(snapshot, store.group().writer().published(), tools.limits())) {
            return command.run(request, workspace);
        }
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document body = message.getDocument();
        return handleCommand(
                message.getChannel(),
                message.getDatabaseName(),
                body.keySet().iterator().next(),
                body);
    }

    @Override
    public void handleClose(Channel channel) {
        sessions.connectionClosed(channel);
    }

    @Override
    public Document getServerStatus() {
        return handleCommand(null, "admin", "serverStatus", new Document("serverStatus", 1));
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        cursorIds.forEach(tools.cursors()::close);
    }

    @Override
    public void close() {
        sweep.cancel(false);
        clock.shutdown();
        tools.cursors().close();
        sessions.close();
        store.close();
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerError(
                352, "UnsupportedOpQueryCommand", "queries by OP_QUERY are not supported; use a newer driver");
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return List.of();
    }

    @Override
    public void dropDatabase(String database) {
        handleCommand(null, database, "dropDatabase", new Document("dropDatabase", 1));
    }

    @Override
    public Clock getClock() {
        return Clock.systemUTC();
    }

    @Override
    public void enableOplog() {
        throw new UnsupportedOperationException("the embedded store has no change streams");
    }

    @Override
    public void disableOplog() {
        // there is none
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        throw new UnsupportedOperationException("databases are reached by commands only");
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        throw new UnsupportedOperationException("the embedded store announces its own version");
    }
}
