package org.bindery.store.embedded.internal.wire;

/**
 * One message as it came from the socket.
 *
 * @param requestId the client's number of the message
 * @param opCode its kind
 * @param body everything after the header; not copied, never changed
 * @param budgeted bytes this frame holds of the shared budget
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Frame(int requestId, int opCode, byte[] body, long budgeted) {

    static final int HEADER_BYTES = 16;
}
