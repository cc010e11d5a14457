package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.concurrent.locks.ReentrantLock;

/** What the server remembers of one client session. Guarded by its lock. */
final class Session {

    private final ReentrantLock lock = new ReentrantLock();
    private volatile long lastUse;
    private Transaction transaction;
    private long transactionStart;
    private Channel channel;
    private long committed = -1;
    private long answered = -1;
    private Document answer;

    ReentrantLock lock() {
        return lock;
    }

    long lastUse() {
        return lastUse;
    }

    void used(long now) {
        lastUse = now;
    }

    Transaction transaction() {
        return transaction;
    }

    void begin(Transaction begun, long now) {
        transaction = begun;
        transactionStart = now;
    }

    long transactionStart() {
        return transactionStart;
    }

    Channel channel() {
        return channel;
    }

    void setChannel(Channel last) {
        channel = last;
    }

    /** Takes the open transaction out, for its end. */
    Transaction take() {
        Transaction taken = transaction;
        transaction = null;
        return taken;
    }

    boolean isCommitted(long number) {
        return committed == number;
    }

    void setCommitted(long number) {
        committed = number;
    }

    /** The answer a write with this number was given already, or null. */
    Document answerTo(long number) {
        return answered == number ? answer : null;
    }

    void remember(long number, Document reply) {
        answered = number;
        answer = reply;
    }
}
