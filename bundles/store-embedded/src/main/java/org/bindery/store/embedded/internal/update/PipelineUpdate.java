package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Updates written as an aggregation pipeline. */
final class PipelineUpdate {

    private static final Set<String> STAGES =
            Set.of("$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith");

    private PipelineUpdate() {}

    static Document apply(Document current, List<?> pipeline, MongoDatabase database) {
        List<Document> stages = Aggregation.parse(pipeline);
        for (Document stage : stages) {
            for (String name : stage.keySet()) {
                if (!STAGES.contains(name)) {
                    throw new MongoServerError(
                            72, "InvalidOptions", name + " is not allowed to be used within an update");
                }
            }
        }
        List<Document> result = Aggregation.fromPipeline(
                        StageNames.plain(stages), name -> database, database, null, NoopOplog.get())
                .runStages(Stream.of(current));
        return result.get(0);
    }
}
