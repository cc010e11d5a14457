package org.bindery.store.internal;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bindery.hub.store.StoreUnavailableException;
import org.bson.BsonMaximumSizeExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work as one transaction, again while it fails for reasons that pass. It does what the driver's
 * {@code withTransaction} does, except that it gives up at once when the store is gone: the driver would ask on until
 * the whole time of a transaction has passed, two minutes if none is set.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final int WRITE_CONFLICT = 112;
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private static final ClientSessionOptions SESSION = ClientSessionOptions.builder()
            .causallyConsistent(false)
            .defaultTransactionOptions(TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .writeConcern(WriteConcern.MAJORITY)
                    .readPreference(ReadPreference.primary())
                    .build())
            .build();

    private final MongoClient client;
    private final Duration limit;
    private final LongSupplier nanoClock;

    Transactions(MongoClient client, Duration limit, LongSupplier nanoClock) {
        this.client = client;
        this.limit = limit;
        this.nanoClock = nanoClock;
    }

    /**
     * Commits what the work does, or nothing of it.
     *
     * @param work may run several times; what it throws rolls back and is passed on
     * @throws StoreUnavailableException if the store cannot do it now
     */
    void run(Consumer<ClientSession> work) {
        long start = nanoClock.getAsLong();
        long pause = FIRST_PAUSE_NANOS;
        try (ClientSession session = client.startSession(SESSION)) {
            while (!succeeds(session, work, start)) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause));
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
        } catch (MongoException | BsonMaximumSizeExceededException failure) {
            throw StoreErrors.translation(failure);
        }
    }

    private boolean succeeds(ClientSession session, Consumer<ClientSession> work, long start) {
        session.startTransaction();
        try {
            work.accept(session);
            commit(session, start);
            return true;
        } catch (MongoException failure) {
            if (mayPass(failure) && !timeIsUp(start)) {
                LOG.debug("Running a transaction again: {}", failure.getMessage());
                return false;
            }
            throw failure;
        } finally {
            if (session.hasActiveTransaction()) {
                abort(session);
            }
        }
    }

    private void commit(ClientSession session, long start) {
        try {
            session.commitTransaction();
        } catch (MongoException failure) {
            if (!failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                throw failure;
            }
            // The driver has asked twice by now; the store answers the same commit the same way however often.
            commitOnce(session, start, failure);
        }
    }

    private void commitOnce(ClientSession session, long start, MongoException first) {
        try {
            if (timeIsUp(start)) {
                throw first;
            }
            session.commitTransaction();
        } catch (MongoException failure) {
            throw StoreUnavailableException.whileCommitting(failure);
        }
    }

    /** A conflict passes. A server that does not answer is gone, and asking on would hold the save. */
    private static boolean mayPass(MongoException failure) {
        return failure.getCode() == WRITE_CONFLICT
                || (failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL) && failure.getCode() > 0);
    }

    private boolean timeIsUp(long start) {
        return nanoClock.getAsLong() - start >= limit.toNanos();
    }

    private static void abort(ClientSession session) {
        try {
            session.abortTransaction();
        } catch (MongoException failure) {
            LOG.debug("The store gives the transaction up by itself: {}", failure.getMessage());
        }
    }
}
