package org.bindery.store.embedded.internal.query;

import java.util.List;
import java.util.function.Predicate;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.match.Filter;
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
        Plan plan = new Planner(collection).plan(find.filter(), find.sort(), find.hint());
        Rows matching = scan(plan, find, null);
        return cut(plan.sorted() ? matching : sort(matching, find), find);
    }

    /** The rows of the answer as a transaction sees them, with its own changes. */
    public Rows run(Find find, Extra extra) {
        Plan plan = new Planner(collection).plan(find.filter(), find.sort(), find.hint());
        Rows visible = scan(plan, find, row -> !extra.hides().test(row));
        Rows own = own(find, extra);
        if (find.sort().isEmpty()) {
            return cut(new ChainedRows(visible, own), find);
        }
        if (plan.sorted()) {
            return cut(new MergedRows(visible, sort(own, find), find.sort()), find);
        }
        return cut(sort(new ChainedRows(visible, own), find), find);
    }

    /** The rows of an answer for which there is nothing in the file. */
    public static Rows runOnly(Find find, List<Row> rows, StoreLimits limits) {
        Rows own = own(find, new Extra(row -> false, rows));
        long keep = find.limit() == 0 ? 0 : find.skip() + find.limit();
        Rows ordered = find.sort().isEmpty() ? own : SortedRows.sort(own, find.sort(), keep, limits.sortBytes());
        return cut(ordered, find);
    }

    private static Rows own(Find find, Extra extra) {
        return filtered(Rows.of(extra.rows()), filter(find), null, find.deadline());
    }

    private Rows scan(Plan plan, Find find, Predicate<Row> visible) {
        Rows scanned = new Scans(sql, collection, limits).open(plan.access());
        return filtered(scanned, filter(find), visible, find.deadline());
    }

    private static Filter filter(Find find) {
        return find.filter().isEmpty() ? null : find.matcher();
    }

    private Rows sort(Rows rows, Find find) {
        long keep = find.limit() == 0 ? 0 : find.skip() + find.limit();
        return SortedRows.sort(rows, find.sort(), keep, limits.sortBytes());
    }

    private static Rows cut(Rows rows, Find find) {
        return find.skip() == 0 && find.limit() == 0 ? rows : new CutRows(rows, find.skip(), find.limit());
    }

    private static Rows filtered(Rows rows, Filter filter, Predicate<Row> visible, Deadline deadline) {
        return new Rows() {
            private int seen;

            @Override
            public Row next() {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (++seen % ROWS_BETWEEN_CHECKS == 0) {
                        deadline.check();
                    }
                    if ((filter == null || filter.matches(row.document())) && (visible == null || visible.test(row))) {
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
