package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The transaction is not there: never begun, ended, or given up after its time. The client may try all of it again. */
public final class NoSuchTransaction extends MongoServerError {

    private static final long serialVersionUID = 1L;

    public NoSuchTransaction(long number) {
        super(
                251,
                "NoSuchTransaction",
                "Given transaction number " + number + " does not match any in-progress transactions.");
    }
}
