package org.bindery.hub.internal.record;

import java.time.Clock;
import java.util.List;
import org.bindery.hub.internal.access.UserDirectory;
import org.bindery.hub.internal.pipeline.PreSaveChain;
import org.bindery.hub.internal.schema.ModelSource;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;

/**
 * What the record service is made of.
 *
 * @param languages languages under which plain texts are shown in {@code _standard}
 */
record RecordParts(
        RecordStore store,
        IdSource ids,
        ModelSource models,
        PreSaveChain chain,
        UserDirectory users,
        RecordLimits limits,
        List<String> languages,
        Clock clock) {}
