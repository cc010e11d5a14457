package org.bindery.store.embedded.internal.bson;

import de.bwaldvogel.mongo.bson.Bson;

/** BSON's old "undefined", which is not null; it is kept as it came. */
public enum Undefined implements Bson {
    INSTANCE
}
