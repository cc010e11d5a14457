package org.bindery.store.embedded.internal.query;

import java.util.function.Function;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.sql.Sql;

/** Runs a find on one connection: plan, scan, filter, sort, skip, limit. */
public final class Query {

    private static final int ROWS_BETWEEN_CHECKS = 64;

    private final Sql sql;
    private final CollectionInfo collection;
    private final StoreLimits limits;

    public Query(Sql sql, CollectionInfo collection, StoreLimits limits) {
        this.sql = sql;
        this.collection = collection;
        this.limits = limits;
    }

    /** The rows of the answer. */
    public Rows run(Find find) {
        return run(find, scanned -> scanned);
    }

    /** The rows of the answer; the matching rows pass through a change before they are sorted and cut. */
    public Rows run(Find find, Function<Rows, Rows> change) {
        Plan plan = new Planner(collection).plan(find.filter(), find.sort(), find.hint());
        Rows scanned = new Scans(sql, collection, limits).open(plan.access());
        Filter filter = find.filter().isEmpty() ? null : Filters.of(find.filter());
        Rows matching = filtered(scanned, filter, find.deadline());
        Rows changed = change.apply(matching);
        boolean sorted = find.sort().isEmpty() || plan.sorted() && changed == matching;
        long keep = find.limit() == 0 ? 0 : find.skip() + find.limit();
        Rows ordered = sorted ? changed : SortedRows.sort(changed, find.sort(), keep, limits.sortBytes());
        return find.skip() == 0 && find.limit() == 0 ? ordered : new CutRows(ordered, find.skip(), find.limit());
    }

    private static Rows filtered(Rows rows, Filter filter, Deadline deadline) {
        return new Rows() {
            private int seen;

            @Override
            public Row next() {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (++seen % ROWS_BETWEEN_CHECKS == 0) {
                        deadline.check();
                    }
                    if (filter == null || filter.matches(row.document())) {
                        return row;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
