package org.bindery.store.embedded.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.index.IndexKeys;
import org.bindery.store.embedded.internal.key.KeyRange;
import org.bindery.store.embedded.internal.sql.Sql;

/** Opens the rows of an access. */
public final class Scans {

    private final Sql sql;
    private final CollectionInfo collection;
    private final StoreLimits limits;

    public Scans(Sql sql, CollectionInfo collection, StoreLimits limits) {
        this.sql = sql;
        this.collection = collection;
        this.limits = limits;
    }

    /** The rows of this access. */
    public Rows open(Access access) {
        if (access instanceof Access.Everything everything) {
            String order = everything.backwards() ? " DESC" : "";
            return new TableScan(sql, "SELECT r, doc FROM " + collection.table() + " ORDER BY r" + order);
        }
        if (access instanceof Access.ById byId) {
            return byId(byId);
        }
        if (access instanceof Access.ByIndex byIndex) {
            return byIndex(byIndex);
        }
        return new UnionRows(((Access.Union) access).branches(), this);
    }

    private Rows byId(Access.ById access) {
        String select = "SELECT r, doc FROM " + collection.table() + " WHERE id>=?";
        String order = " ORDER BY id" + (access.backwards() ? " DESC" : "");
        var statement = new RangeScan.Statement(select + " AND id<?" + order, select + order, false);
        return new RangeScan(sql, statement, inOrder(access.ranges(), access.backwards()), null);
    }

    private Rows byIndex(Access.ByIndex access) {
        IndexInfo index = access.index();
        boolean arrays = index.arrayFields() != 0;
        String select = "SELECT d.r, d.doc" + (arrays ? ", x.k" : "") + " FROM " + index.table() + " x CROSS JOIN "
                + collection.table() + " d ON d.r=x.r WHERE x.k>=?";
        String order = access.backwards() ? " ORDER BY x.k DESC, x.r DESC" : " ORDER BY x.k, x.r";
        var statement = new RangeScan.Statement(select + " AND x.k<?" + order, select + order, arrays);
        List<KeyRange> ranges = inOrder(access.ranges(), access.backwards());
        return new RangeScan(sql, statement, ranges, arrays ? once(index, access) : null);
    }

    private static List<KeyRange> inOrder(List<KeyRange> ranges, boolean backwards) {
        if (!backwards || ranges.size() == 1) {
            return ranges;
        }
        List<KeyRange> reversed = new ArrayList<>(ranges);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A document with several keys in the ranges is given for the first of them only; nothing has to be remembered. */
    private RangeScan.KeyCheck once(IndexInfo index, Access.ByIndex access) {
        return (key, row) -> {
            var keys = IndexKeys.of(row.document(), index, limits).keys();
            for (byte[] own : access.backwards() ? keys.descendingSet() : keys) {
                if (access.ranges().stream().anyMatch(range -> range.contains(own))) {
                    return Arrays.equals(own, key);
                }
            }
            return false;
        };
    }
}
