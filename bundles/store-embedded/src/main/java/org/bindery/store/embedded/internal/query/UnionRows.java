package org.bindery.store.embedded.internal.query;

import java.util.List;

/** The rows of several branches, each row once: a later branch leaves out what an earlier one's filter accepts. */
final class UnionRows implements Rows {

    private final List<Access.Branch> branches;
    private final Scans scans;
    private int position;
    private Rows current;

    UnionRows(List<Access.Branch> branches, Scans scans) {
        this.branches = branches;
        this.scans = scans;
    }

    @Override
    public Row next() {
        while (current != null || position < branches.size()) {
            if (current == null) {
                current = scans.open(branches.get(position++).access());
            }
            Row row = current.next();
            if (row == null) {
                current.close();
                current = null;
            } else if (isNew(row)) {
                return row;
            }
        }
        return null;
    }

    private boolean isNew(Row row) {
        if (!branches.get(position - 1).filter().matches(row.document())) {
            return false;
        }
        return branches.subList(0, position - 1).stream()
                .noneMatch(earlier -> earlier.filter().matches(row.document()));
    }

    @Override
    public void close() {
        position = branches.size();
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
