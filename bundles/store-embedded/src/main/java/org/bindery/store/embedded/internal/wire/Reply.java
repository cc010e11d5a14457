package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;

/**
 * What a command is answered.
 *
 * @param document the answer
 * @param delay how long it is held back
 * @param last whether the connection ends with it
 */
record Reply(Document document, Duration delay, boolean last) {

    static Reply of(Document document) {
        return new Reply(document, Duration.ZERO, false);
    }

    static Reply last(Document document) {
        return new Reply(document, Duration.ZERO, true);
    }
}
