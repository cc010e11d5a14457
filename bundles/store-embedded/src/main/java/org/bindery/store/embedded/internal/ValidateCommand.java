package org.bindery.store.embedded.internal;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.CheckReport;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.command.PlainCommand;
import org.bindery.store.embedded.internal.command.Reply;
import org.bindery.store.embedded.internal.command.Request;
import org.bindery.store.embedded.internal.file.FullCheck;
import org.bindery.store.embedded.internal.sql.Sql;

/** {@code validate}: the full check for one collection, beside everything else. */
final class ValidateCommand implements PlainCommand {

    private static final String REMEDY = "; restore the last backup if this stays";

    private final OpenStore store;

    ValidateCommand(OpenStore store) {
        this.store = store;
    }

    @Override
    public Document run(Request request) {
        request.allowOnly(Set.of("full"));
        CollectionInfo info = store.group()
                .writer()
                .published()
                .find(request.namespace())
                .orElseThrow(() -> new MongoServerError(
                        26,
                        "NamespaceNotFound",
                        "Collection '" + request.namespace() + "' does not exist to validate."));
        CheckReport report;
        try (Sql sql = store.file().openReader()) {
            report = FullCheck.run(sql, store.group().writer().limits(), info.name());
        }
        List<String> errors = new ArrayList<>();
        report.problems().forEach(problem -> errors.add(problem + REMEDY));
        return Reply.ok(new Document("ns", info.name().toString())
                .append("valid", report.isSound())
                .append("nrecords", report.documents())
                .append("nIndexes", info.indexes().size() + 1)
                .append("keysChecked", report.entries())
                .append("errors", errors)
                .append("warnings", List.of()));
    }
}
