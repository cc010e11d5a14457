package org.bindery.store.embedded.internal.sql;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** A failure of the file below, said so that a client can act on it. */
public final class StoreFailure extends MongoServerError {

    private static final long serialVersionUID = 1L;
    private static final int DAMAGED = 366;

    private StoreFailure(int code, String name, String message, Throwable cause) {
        super(code, name, message, cause);
    }

    /** What this failure of SQLite means to a client. */
    public static StoreFailure of(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xFF);
        return switch (code) {
            case SQLITE_FULL ->
                new StoreFailure(
                        14031,
                        "OutOfDiskSpace",
                        "the disk of the embedded store is full; nothing of this was saved. Free space and try again.",
                        failure);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new StoreFailure(
                        13,
                        "Unauthorized",
                        "the data folder of the embedded store cannot be written; nothing of this was saved. Make the"
                                + " disk and the folder writable and try again.",
                        failure);
            case SQLITE_IOERR ->
                new StoreFailure(
                        96,
                        "OperationFailed",
                        "the disk of the embedded store failed (" + failure.getMessage()
                                + "); nothing of this was saved.",
                        failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new StoreFailure(
                        DAMAGED,
                        "DataCorruptionDetected",
                        "the file of the embedded store is damaged. Stop, run the check, and restore the last backup.",
                        failure);
            default ->
                new StoreFailure(1, "InternalError", "the embedded store failed: " + failure.getMessage(), failure);
        };
    }

    /** A wait that ended without its turn. */
    public static StoreFailure tooBusy(String what) {
        return new StoreFailure(50, "MaxTimeMSExpired", what, null);
    }

    /** Whether the reason is a damaged file. */
    public boolean isDamage() {
        return getCode() == DAMAGED;
    }

    /** Whether the reason is a table that another command has just removed. */
    public boolean isMissingTable() {
        return getCause() instanceof SQLException failure
                && failure.getMessage() != null
                && failure.getMessage().contains("no such table");
    }
}
