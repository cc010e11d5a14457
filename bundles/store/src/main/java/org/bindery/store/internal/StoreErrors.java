package org.bindery.store.internal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import java.util.Optional;
import java.util.function.Supplier;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.UnstorableContentException;
import org.bson.BsonMaximumSizeExceededException;

/** Turns what the driver throws into the hub's few exceptions. */
final class StoreErrors {

    private static final int OBJECT_TOO_LARGE = 10334;
    private static final int WRITE_CONFLICT = 112;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private StoreErrors() {}

    /** Runs an operation; none of the driver's exceptions leaves it. */
    static <T> T translated(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException | BsonMaximumSizeExceededException failure) {
            throw translation(failure);
        }
    }

    static void translated(Runnable operation) {
        translated(() -> {
            operation.run();
            return null;
        });
    }

    /** The hub's exception for one of the driver's. */
    static RuntimeException translation(RuntimeException failure) {
        if (failure instanceof BsonMaximumSizeExceededException || code(failure) == OBJECT_TOO_LARGE) {
            return new UnstorableContentException("The content is longer than 16 MB.", failure);
        }
        return new StoreUnavailableException(sentence(failure), failure);
    }

    /** If a value was taken: the server's message, which names the index. */
    static Optional<String> duplicateKey(MongoException failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream()
                    .filter(error -> isDuplicateKey(error.getCode()))
                    .findFirst()
                    .map(error -> error.getMessage());
        }
        if (failure instanceof MongoWriteException write) {
            return isDuplicateKey(write.getError().getCode())
                    ? Optional.of(write.getError().getMessage())
                    : Optional.empty();
        }
        return isDuplicateKey(failure.getCode()) ? Optional.of(failure.getMessage()) : Optional.empty();
    }

    private static boolean isDuplicateKey(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }

    private static int code(RuntimeException failure) {
        return failure instanceof MongoException mongo ? mongo.getCode() : 0;
    }

    private static String sentence(RuntimeException failure) {
        if (failure instanceof MongoSecurityException) {
            return "The store refused the login; check user, password and authSource in BINDERY_MONGO_URI.";
        }
        return switch (code(failure)) {
            case WRITE_CONFLICT -> "Others changed the same records for too long; try again.";
            case OUT_OF_DISK_SPACE -> "The disk of the store is full; free some space, no restart is needed.";
            default -> refusalOrSilence(failure);
        };
    }

    private static String refusalOrSilence(RuntimeException failure) {
        if (failure instanceof MongoCommandException command) {
            return "The store refused the operation: " + command.getErrorMessage();
        }
        if (failure instanceof MongoServerException) {
            return "The store refused the operation: " + failure.getMessage();
        }
        return "The store did not answer in time or cannot be reached; try again, and see GET /health/ready";
    }
}
