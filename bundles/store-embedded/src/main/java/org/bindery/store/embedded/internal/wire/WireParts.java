package org.bindery.store.embedded.internal.wire;

import java.util.concurrent.Executor;

/** What all connections of one server share. */
record WireParts(
        WireSettings settings,
        ConnectionRegister register,
        ByteBudget budget,
        CommandRunner runner,
        Executor commands) {}
