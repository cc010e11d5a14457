package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** Another write was faster; the whole transaction may be tried again. */
public final class WriteConflict extends MongoServerError {

    private static final long serialVersionUID = 1L;

    public WriteConflict() {
        super(
                112,
                "WriteConflict",
                "WriteConflict error: this operation conflicted with another operation. Please retry your operation or"
                        + " multi-document transaction.");
    }
}
