package org.bindery.store.internal;

import org.bindery.hub.store.MaintenanceRefusedException;
import org.bindery.hub.store.StoreMaintenance;

/** A MongoDB of the institution's own comes with its own tools, which know it better than we do. */
final class ServerMaintenance implements StoreMaintenance {

    @Override
    public Backup backup() {
        throw new MaintenanceRefusedException(
                "Bindery backs up its embedded store only; back up your MongoDB with mongodump --oplog or a snapshot.",
                null);
    }

    @Override
    public Check check() {
        throw new MaintenanceRefusedException(
                "Bindery checks its embedded store only; check your MongoDB with its command validate.", null);
    }
}
