package org.bindery.store.embedded.internal.command;

import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.aggregate.DatabaseView;
import org.bindery.store.embedded.internal.cursor.Cursors;
import org.bindery.store.embedded.internal.update.DocumentRules;
import org.bindery.store.embedded.internal.work.Workspace;

/**
 * What commands share.
 *
 * @param cursors the open cursors
 * @param rules what documents must be like
 * @param limits how much one client may ask
 */
public record StoreTools(Cursors cursors, DocumentRules rules, StoreLimits limits) {

    DatabaseView view(String database, Workspace workspace) {
        return new DatabaseView(database, workspace, rules);
    }
}
