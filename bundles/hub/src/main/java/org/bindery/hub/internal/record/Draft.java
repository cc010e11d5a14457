package org.bindery.hub.internal.record;

import java.util.Optional;

/**
 * One object on its way through a save.
 *
 * @param posted what was sent
 * @param current what is stored now; null for a new object
 * @param next what will be stored
 */
record Draft(PostedObject posted, RecordState current, RecordState next) {

    boolean isInsert() {
        return current == null;
    }

    Optional<RecordState> stored() {
        return Optional.ofNullable(current);
    }

    Draft withNext(RecordState changed) {
        return new Draft(posted, current, changed);
    }
}
