package org.bindery.hub.internal.record;

import org.bindery.hub.store.StoredRecord;

/**
 * An object as it is stored, or is going to be.
 *
 * @param systemObjectId id over all objecttypes; 0 until it is stored
 * @param id id within the objecttype; 0 until it is stored
 * @param version version of the object, from 1
 * @param uuid its UUID; empty until it is stored, unless the client chose one
 * @param content everything else
 */
record RecordState(long systemObjectId, long id, long version, String uuid, RecordContent content) {

    static RecordState of(StoredRecord stored) {
        return new RecordState(
                stored.systemObjectId(),
                stored.id(),
                stored.version(),
                stored.uuid(),
                RecordContent.read(stored.content()));
    }

    StoredRecord toStored(String objecttype) {
        return new StoredRecord(systemObjectId, objecttype, id, version, uuid, content.write());
    }

    RecordState withIds(long newSystemObjectId, long newId, String newUuid) {
        return new RecordState(newSystemObjectId, newId, version, newUuid, content);
    }
}
