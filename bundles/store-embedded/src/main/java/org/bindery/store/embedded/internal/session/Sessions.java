package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.StoreTimes;
import org.bindery.store.embedded.internal.command.Reply;
import org.bindery.store.embedded.internal.command.Request;
import org.bindery.store.embedded.internal.commit.CommitGroup;
import org.bindery.store.embedded.internal.sql.ReadPool;
import org.bindery.store.embedded.internal.work.Workspace;

/**
 * The client sessions with their transactions. A transaction belongs to its session, whichever connections its
 * commands come by. It is given up when a statement fails, when its time is over and when its connection closes.
 */
public final class Sessions implements AutoCloseable {

    private static final Set<String> ALLOWED =
            Set.of("find", "aggregate", "distinct", "insert", "update", "delete", "findandmodify");

    private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
    private final CommitGroup group;
    private final ReadPool readers;
    private final StoreLimits limits;
    private final StoreTimes times;
    private final LongSupplier nanoClock;

    public Sessions(CommitGroup group, ReadPool readers, StoreLimits limits, StoreTimes times, LongSupplier nanoClock) {
        this.group = group;
        this.readers = readers;
        this.limits = limits;
        this.times = times;
        this.nanoClock = nanoClock;
    }

    /** Whether a command belongs to a transaction. */
    public static boolean inTransaction(Request request) {
        return Boolean.FALSE.equals(request.body().get("autocommit"));
    }

    /** Whether a driver may send a write again, under the same number, after a broken connection. */
    public static boolean isRetryable(Request request) {
        return request.body().containsKey("txnNumber") && !inTransaction(request);
    }

    /** Runs a statement in its transaction; the first one begins it. */
    public Document run(Request request, boolean allowed, Function<Workspace, Document> statement) {
        long number = number(request);
        return locked(request, session -> {
            if (Boolean.TRUE.equals(request.body().get("startTransaction"))) {
                begin(session, number);
            }
            Transaction transaction = session.transaction();
            if (transaction == null || transaction.number() != number) {
                throw new NoSuchTransaction(number);
            }
            boolean kept = false;
            try {
                requireAllowed(request, allowed);
                Document reply = statement.apply(transaction);
                kept = !reply.containsKey("writeErrors");
                return reply;
            } finally {
                if (!kept) {
                    session.take().end();
                }
            }
        });
    }

    private static void requireAllowed(Request request, boolean allowed) {
        if (!allowed || !ALLOWED.contains(request.name().toLowerCase(Locale.ROOT))) {
            throw new MongoServerError(
                    263,
                    "OperationNotSupportedInTransaction",
                    "Cannot run '" + request.name() + "' in a multi-document transaction.");
        }
    }

    private void begin(Session session, long number) {
        if (session.isCommitted(number)
                || session.transaction() != null && session.transaction().number() >= number) {
            throw new MongoServerError(
                    225, "TransactionTooOld", "transaction number " + number + " was used already in this session");
        }
        abort(session);
        session.begin(new Transaction(number, group, readers.begin(), limits), nanoClock.getAsLong());
    }

    private static void abort(Session session) {
        Transaction open = session.take();
        if (open != null) {
            open.end();
        }
    }

    /** {@code commitTransaction}; once more is answered like the first time. */
    public Document commit(Request request) {
        request.allowOnly(Set.of("recoveryToken"));
        long number = number(request);
        return locked(request, session -> {
            if (session.transaction() != null && session.transaction().number() == number) {
                session.take().commit();
                session.setCommitted(number);
            } else if (!session.isCommitted(number)) {
                throw new NoSuchTransaction(number);
            }
            return Reply.ok();
        });
    }

    /** {@code abortTransaction}. */
    public Document abort(Request request) {
        request.allowOnly(Set.of("recoveryToken"));
        long number = number(request);
        return locked(request, session -> {
            if (session.transaction() == null || session.transaction().number() != number) {
                throw new NoSuchTransaction(number);
            }
            abort(session);
            return Reply.ok();
        });
    }

    /** Runs a write once, however often it is sent under its number. */
    public Document once(Request request, Supplier<Document> write) {
        long number = number(request);
        return locked(request, session -> {
            Document known = session.answerTo(number);
            if (known != null) {
                return known;
            }
            Document reply = write.get();
            session.remember(number, reply);
            return reply;
        });
    }

    /** {@code endSessions} and its like: gives up what the sessions have open and forgets them. */
    public Document end(Request request) {
        if (request.body().get(request.name()) instanceof List<?> ids) {
            for (Object id : ids) {
                if (id instanceof Document lsid && lsid.get("id") instanceof UUID uuid) {
                    forget(uuid);
                }
            }
        }
        return Reply.ok();
    }

    private void forget(UUID id) {
        Session session = sessions.remove(id);
        if (session != null) {
            locked(session, Sessions::abort);
        }
    }

    /** Gives up the transactions of a connection that has closed. */
    public void connectionClosed(Channel channel) {
        for (Session session : sessions.values()) {
            if (session.channel() == channel) {
                locked(session, Sessions::abort);
            }
        }
    }

    /** Gives up transactions and forgets sessions whose time is over. One that runs a command now is left alone. */
    public void giveUpOld() {
        long now = nanoClock.getAsLong();
        sessions.forEach((id, session) -> {
            if (session.lock().tryLock()) {
                try {
                    if (session.transaction() != null
                            && now - session.transactionStart()
                                    > times.transaction().toNanos()) {
                        abort(session);
                    }
                    if (session.transaction() == null
                            && now - session.lastUse() > times.session().toNanos()) {
                        sessions.remove(id, session);
                    }
                } finally {
                    session.lock().unlock();
                }
            }
        });
    }

    private static long number(Request request) {
        if (request.body().get("txnNumber") instanceof Number number) {
            return number.longValue();
        }
        throw new MongoServerError(72, "InvalidOptions", "txnNumber is missing or no number");
    }

    private Document locked(Request request, Function<Session, Document> work) {
        if (!(request.body().get("lsid") instanceof Document lsid) || !(lsid.get("id") instanceof UUID id)) {
            throw new MongoServerError(72, "InvalidOptions", "a transaction needs an lsid with a UUID");
        }
        Session session = sessions.computeIfAbsent(id, key -> newSession());
        session.lock().lock();
        try {
            session.used(nanoClock.getAsLong());
            session.setChannel(request.channel());
            return work.apply(session);
        } finally {
            session.lock().unlock();
        }
    }

    private Session newSession() {
        if (sessions.size() >= limits.sessions()) {
            giveUpOldest();
        }
        Session session = new Session();
        session.used(nanoClock.getAsLong());
        return session;
    }

    private void giveUpOldest() {
        sessions.entrySet().stream()
                .filter(entry -> entry.getValue().transaction() == null)
                .min(Comparator.comparingLong(entry -> entry.getValue().lastUse()))
                .ifPresentOrElse(oldest -> sessions.remove(oldest.getKey()), () -> {
                    throw new MongoServerError(261, "TooManyLogicalSessions", "too many sessions with transactions");
                });
    }

    private static void locked(Session session, Consumer<Session> work) {
        session.lock().lock();
        try {
            work.accept(session);
        } finally {
            session.lock().unlock();
        }
    }

    /** Transactions that are open now. */
    public long openTransactions() {
        return sessions.values().stream()
                .filter(session -> session.transaction() != null)
                .count();
    }

    @Override
    public void close() {
        sessions.keySet().forEach(this::forget);
    }
}
