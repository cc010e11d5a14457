package org.bindery.store.embedded.internal.wire;

import java.time.Duration;

/**
 * A reply ready for the socket.
 *
 * @param bytes the message; empty if the client wants no answer
 * @param delay how long it is held back
 * @param last whether the connection ends with it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Answer(byte[] bytes, Duration delay, boolean last) {}
