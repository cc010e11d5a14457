package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import org.bindery.store.embedded.internal.work.Workspace;

/** One command of the server. Stateless. */
public interface Command {

    /** What a command needs to run. */
    enum Kind {
        /** A snapshot; may run in a transaction. */
        READ,
        /** The writer, together with others; may run in a transaction. */
        WRITE,
        /** The writer, alone, because it changes the catalogue or takes long. */
        ALTER
    }

    /** What this request needs. */
    Kind kind(Request request);

    /** Runs it and answers the reply. */
    Document run(Request request, Workspace workspace);
}
