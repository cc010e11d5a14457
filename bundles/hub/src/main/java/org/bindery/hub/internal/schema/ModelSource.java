package org.bindery.hub.internal.schema;

import java.util.function.Supplier;

/** Gives the committed data model to those who save and read. Safe for use by many threads. */
public interface ModelSource {

    /**
     * The committed data model; a save takes it once and keeps it to its end.
     *
     * @throws org.bindery.api.error.ApiException 503 {@code NotReady} until it has been loaded
     */
    DataModel current();

    /**
     * Runs a write that was checked against a data model, and keeps commits out meanwhile. Otherwise a record checked
     * against the old data model could slip past a unique key that the new one has.
     *
     * @throws org.bindery.api.error.ApiException 409 {@code SchemaChanged} if another data model is committed by now
     */
    <T> T whileCurrent(DataModel model, Supplier<T> write);
}
