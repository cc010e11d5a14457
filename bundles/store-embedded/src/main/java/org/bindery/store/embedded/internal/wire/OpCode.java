package org.bindery.store.embedded.internal.wire;

/** The message kinds of the MongoDB wire protocol that this server reads or writes. */
final class OpCode {

    static final int REPLY = 1;
    static final int QUERY = 2004;
    static final int MSG = 2013;

    private OpCode() {}
}
