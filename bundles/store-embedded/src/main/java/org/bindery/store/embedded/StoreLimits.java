package org.bindery.store.embedded;

/**
 * How much one client may ask of the embedded store.
 *
 * @param documentDepth deepest nesting of a stored document
 * @param indexKeysPerDocument most keys one document may put into one index (long arrays in an indexed field)
 * @param indexKeyBytes longest encoded index key
 * @param indexesPerCollection most indexes of one collection
 * @param collections most collections in the store
 * @param batchBytes most bytes of documents in one reply
 * @param sortBytes most bytes a sort without an index, or a blocking aggregation stage, may hold
 * @param transactionBytes most bytes of changes one transaction may hold
 * @param readConnections snapshot readers that may be open at once; open cursors and transactions hold one each
 * @param commitBatch most writes that share one commit; 1 means one fsync for each write or transaction
 * @param sessions most client sessions remembered
 */
public record StoreLimits(
        int documentDepth,
        int indexKeysPerDocument,
        int indexKeyBytes,
        int indexesPerCollection,
        int collections,
        int batchBytes,
        long sortBytes,
        long transactionBytes,
        int readConnections,
        int commitBatch,
        int sessions) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** The limits that fit a hub with 512 MB of heap. */
    public static StoreLimits defaults() {
        return new StoreLimits(
                100, 10_000, 16_384, 64, 10_000, 12_000_000, 64L * MEBIBYTE, 64L * MEBIBYTE, 48, 256, 10_000);
    }

    /** The same limits with another number of writes per commit. */
    public StoreLimits withCommitBatch(int writes) {
        return new StoreLimits(
                documentDepth,
                indexKeysPerDocument,
                indexKeyBytes,
                indexesPerCollection,
                collections,
                batchBytes,
                sortBytes,
                transactionBytes,
                readConnections,
                writes,
                sessions);
    }
}
