package org.bindery.hub.internal.failure;

import java.util.function.Supplier;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.UnstorableContentException;

/** Turns an unreachable store, and a hub that has not loaded yet, into the answer 503 with its remedy. */
public final class StoreFailures {

    private static final String UNAVAILABLE = "StoreUnavailable";

    private StoreFailures() {}

    /** Runs work that uses the store. */
    public static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            throw unavailable(e);
        } catch (UnstorableContentException e) {
            throw unstorable(e);
        }
    }

    /** Runs work that uses the store and has no result. */
    public static void guardRun(Runnable work) {
        guard(() -> {
            work.run();
            return null;
        });
    }

    /** Tells whether a failure leaves open what the store did. */
    public static boolean isUnavailable(ApiException failure) {
        return failure.error().code().equals(UNAVAILABLE);
    }

    public static ApiException notLoaded(String what) {
        return new ApiException(ApiError.of("NotReady", 503, "Bindery has not loaded " + what + " yet")
                .describedBy("Try again in a moment. GET /health/ready tells what it waits for."));
    }

    private static ApiException unavailable(StoreUnavailableException cause) {
        ApiError error = ApiError.of(UNAVAILABLE, 503, "The store cannot be used right now")
                .parameter("cause", cause.getMessage())
                .describedBy(
                        cause.isOutcomeUnknown()
                                ? "Either all of it was written or nothing. Read the objects before you save them again."
                                : "Nothing was written. Try again in a moment; the log tells why the store is away.");
        return new ApiException(error, cause);
    }

    private static ApiException unstorable(UnstorableContentException cause) {
        ApiError error = ApiError.of("ContentNotStorable", 400, cause.getMessage())
                .describedBy("Nothing was written. Split the object or flatten it, and save it again.");
        return new ApiException(error, cause);
    }
}
