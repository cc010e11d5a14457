package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.project.ComputedFields;
import org.bindery.store.embedded.internal.project.FieldProjection;

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
        Document result = current;
        for (Document stage : StageNames.plain(stages)) {
            result = apply(result, stage, database);
        }
        return result;
    }

    private static Document apply(Document current, Document stage, MongoDatabase database) {
        if (stage.size() == 1 && stage.containsKey("$addFields")) {
            return ComputedFields.stage(stage.get("$addFields")).apply(current);
        }
        if (stage.size() == 1 && stage.containsKey("$project")) {
            return FieldProjection.stage(stage.get("$project")).apply(current);
        }
        return Aggregation.fromPipeline(List.of(stage), name -> database, database, null, NoopOplog.get())
                .runStages(Stream.of(current))
                .get(0);
    }
}
