package org.bindery.hub.internal.access;

import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;

/** The errors of logging in. */
final class AccessErrors {

    private AccessErrors() {}

    /** One answer for unknown logins and wrong passwords: it must not tell which logins exist. */
    static ApiException wrongLogin() {
        return new ApiException(ApiError.of("invalid_grant", 400, "Login or password is wrong")
                .text("de-DE", "Login oder Kennwort ist falsch"));
    }

    static ApiException tooManyLogins(long retryAfterSeconds) {
        return new ApiException(ApiError.of("TooManyLogins", 429, "There were too many failed logins")
                .text("de-DE", "Zu viele fehlgeschlagene Anmeldungen")
                .parameter("retry_after", retryAfterSeconds)
                .describedBy("Wait " + retryAfterSeconds + " seconds and try again."));
    }
}
