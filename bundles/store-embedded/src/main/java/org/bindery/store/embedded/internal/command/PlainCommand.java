package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;

/** A command that needs nothing of the stored data. */
@FunctionalInterface
public interface PlainCommand {

    Document run(Request request);
}
