package org.bindery.store.internal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import java.util.function.Supplier;
import org.bindery.hub.store.StoreUnavailableException;

/** Turns what the driver throws into the hub's few exceptions. */
final class StoreErrors {

    private StoreErrors() {}

    /** Runs an operation; whatever the driver throws means that the store cannot do it now. */
    static <T> T translated(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException failure) {
            throw unavailable(failure);
        }
    }

    static void translated(Runnable operation) {
        translated(() -> {
            operation.run();
            return null;
        });
    }

    static StoreUnavailableException unavailable(MongoException failure) {
        String message = failure instanceof MongoServerException
                ? "The store refused the operation: " + failure.getMessage()
                : "The store did not answer in time or cannot be reached; try again, and see GET /health/ready";
        return new StoreUnavailableException(message, failure);
    }

    static boolean isDuplicateKey(MongoException failure) {
        return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
