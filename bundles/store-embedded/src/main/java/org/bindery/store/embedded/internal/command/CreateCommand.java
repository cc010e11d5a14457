package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code create}: an ordinary collection. Every special kind is refused. */
final class CreateCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.ALTER;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        refuseSpecialKinds(request);
        Namespace name = request.namespace();
        if (workspace.collection(name).isPresent()) {
            throw new MongoServerError(48, "NamespaceExists", "Collection already exists. NS: " + name);
        }
        workspace.forWriting(name);
        return Reply.ok();
    }

    private static void refuseSpecialKinds(Request request) {
        Refusals.collation(request.body());
        if (request.flag("capped", false)) {
            throw Refusals.notSupported("capped collections; delete old documents yourself");
        }
        refuse(request, "viewOn", "views; store the query in the application");
        refuse(request, "pipeline", "views; store the query in the application");
        refuse(request, "validator", "validators; check documents before they are saved");
        refuse(request, "timeseries", "time series collections");
        refuse(request, "clusteredIndex", "clustered collections");
        refuse(request, "expireAfterSeconds", "collections that expire; delete old documents yourself");
        refuse(request, "encryptedFields", "encrypted fields");
        refuse(request, "changeStreamPreAndPostImages", "change streams");
        request.allowOnly(Set.of("capped", "collation"));
    }

    private static void refuse(Request request, String option, String what) {
        if (request.body().get(option) != null) {
            throw Refusals.notSupported(what);
        }
    }
}
