package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors of the wire side, with the codes a driver knows from MongoDB. */
final class WireErrors {

    static final int UNAUTHORIZED = 13;
    static final int AUTHENTICATION_FAILED = 18;
    static final int INVALID_BSON = 22;

    private WireErrors() {}

    static MongoServerError internal(String message) {
        return new MongoServerError(1, "InternalError", message);
    }

    static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    static MongoServerError unauthorized(String command) {
        return new MongoServerError(UNAUTHORIZED, "Unauthorized", "command " + command + " requires authentication");
    }

    static MongoServerError authenticationFailed() {
        return new MongoServerError(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }

    static MongoServerError invalidBson(String message) {
        return new MongoServerError(INVALID_BSON, "InvalidBSON", message);
    }

    static MongoServerError shuttingDown() {
        return new MongoServerError(91, "ShutdownInProgress", "the embedded store is closing");
    }

    static MongoServerError tooManyClients(int most) {
        return internal("the embedded store takes at most " + most + " clients; lower maxPoolSize or close some");
    }

    static MongoServerError mechanismUnavailable() {
        return new MongoServerError(
                334, "MechanismUnavailable", "only SCRAM-SHA-256 is enabled; set authMechanism=SCRAM-SHA-256");
    }

    static MongoServerError documentTooLarge(int bytes, int most) {
        return new MongoServerError(
                10334, "BSONObjectTooLarge", "a document of " + bytes + " bytes; at most " + most + " are allowed");
    }

    static MongoServerError replyTooLarge(int bytes) {
        return new MongoServerError(
                10334, "BSONObjectTooLarge", "an answer of " + bytes + " bytes is too long; ask for smaller batches");
    }

    static MongoServerError oldQueryForm() {
        return new MongoServerError(
                352, "UnsupportedOpQueryCommand", "only hello may come as OP_QUERY; send commands as OP_MSG");
    }

    static MongoServerError unsupportedOpCode(int opCode) {
        return new MongoServerError(
                9, "FailedToParse", "opcode " + opCode + " is not supported; send commands as OP_MSG, uncompressed");
    }
}
