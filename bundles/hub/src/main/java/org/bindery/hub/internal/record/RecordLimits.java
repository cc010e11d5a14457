package org.bindery.hub.internal.record;

/**
 * Limits of what is saved.
 *
 * @param objects how many objects one request may save or delete
 * @param textLength how many characters a text may have
 * @param objectBytes how large one object may be, about, in bytes
 * @param jsonDepth how many levels free JSON (geo_json, tags, pools) may have
 * @param languages how many languages a localised text may have
 * @param retries how often a save with automatic versions starts again when another save was faster
 */
record RecordLimits(int objects, int textLength, int objectBytes, int jsonDepth, int languages, int retries) {

    /** The defaults of {@link StoredRecords.Settings}, for uses outside a container. */
    static RecordLimits defaults() {
        return new RecordLimits(10_000, 1_000_000, 8 * 1024 * 1024, 32, 200, 5);
    }
}
