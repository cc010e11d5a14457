package org.bindery.hub.store;

/** Gives out numbers that never come twice, also after a crash. Gaps are possible. Safe for use by many threads. */
public interface IdSource {

    /**
     * Takes consecutive numbers.
     *
     * @param sequence name of the sequence, for example {@code system_object_id} or {@code object:photo}
     * @param count how many, from 1
     * @return the first of them, from 1
     * @throws StoreUnavailableException if the store cannot be reached
     */
    long next(String sequence, int count);
}
