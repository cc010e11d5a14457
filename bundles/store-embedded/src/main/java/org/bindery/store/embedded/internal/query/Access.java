package org.bindery.store.embedded.internal.query;

import java.util.List;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.key.KeyRange;
import org.bindery.store.embedded.internal.match.Filter;

/** How rows are reached. */
public sealed interface Access {

    /** All rows in the order of their saving, or backwards. */
    record Everything(boolean backwards) implements Access {}

    /** Rows by ranges of their {@code _id}. */
    record ById(List<KeyRange> ranges, boolean backwards) implements Access {}

    /** Rows by ranges of the keys of an index. */
    record ByIndex(IndexInfo index, List<KeyRange> ranges, boolean backwards) implements Access {}

    /** Rows of several accesses; a row that an earlier branch has given is left out by that branch's filter. */
    record Union(List<Branch> branches) implements Access {}

    /**
     * One part of a union.
     *
     * @param access how its rows are reached
     * @param filter what holds for its rows
     */
    record Branch(Access access, Filter filter) {}
}
