package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.match.Filters;
import org.bindery.store.embedded.internal.project.ComputedFields;
import org.bindery.store.embedded.internal.project.FieldProjection;
import org.bindery.store.embedded.internal.query.Deadline;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.update.StageNames;

/**
 * A pipeline in two parts: what the planner can do with an index (first matches, then order, skip and limit), and the
 * stages that follow, which the query layer runs on a stream.
 */
public final class Pipeline {

    private static final Set<String> WRITING = Set.of("$out", "$merge");

    private final Find find;
    private final List<Document> rest;

    private Pipeline(Find find, List<Document> rest) {
        this.find = find;
        this.rest = rest;
    }

    /** Takes a pipeline apart. */
    public static Pipeline of(List<Document> pipeline, Object hint, Deadline deadline) {
        List<Document> stages = StageNames.plain(pipeline);
        Leading leading = new Leading();
        int used = 0;
        while (used < stages.size() && leading.take(stages.get(used))) {
            used++;
        }
        return new Pipeline(leading.find(hint, deadline), stages.subList(used, stages.size()));
    }

    /** Whether a pipeline saves its result. */
    public static boolean writes(Object pipeline) {
        return pipeline instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && document.keySet().stream().anyMatch(WRITING::contains));
    }

    public Find find() {
        return find;
    }

    /** The name of the number if the rest only counts, or null. */
    public String counted() {
        if (rest.size() != 1 || !(rest.get(0).get("$group") instanceof Document group) || group.size() != 2) {
            return null;
        }
        Object id = group.get("_id");
        if (!group.containsKey("_id") || id != null && !(id instanceof Number)) {
            return null;
        }
        String name = group.keySet().stream()
                .filter(key -> !key.equals("_id"))
                .findFirst()
                .orElseThrow();
        boolean one = group.get(name) instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Integer number
                && number == 1;
        return one ? name : null;
    }

    /** The constant by which a counting rest groups. */
    public Object countedId() {
        return ((Document) rest.get(0).get("$group")).get("_id");
    }

    /** Runs the rest on the rows of the find. */
    public Stream<Document> run(Rows rows, DatabaseView database, String collection, long byteLimit) {
        Stream<Document> stream = CollectionView.stream(database.track(rows));
        for (int i = 0; i < rest.size(); i++) {
            Document stage = rest.get(i);
            Stream<Document> own = ownStage(stage, stream, limitAfter(i), byteLimit);
            if (own == null) {
                requireLastIfWriting(stage, i);
                own = apply(stage, stream, database, collection, byteLimit);
            }
            stream = own;
        }
        return stream;
    }

    /** The stages that are done here, by the same rules as in a find; null for the others. */
    private static Stream<Document> ownStage(Document stage, Stream<Document> stream, long limitAfter, long byteLimit) {
        if (stage.size() != 1) {
            return null;
        }
        Object value = stage.values().iterator().next();
        return switch (stage.keySet().iterator().next()) {
            case "$match" -> stream.filter(Filters.of(StageChecks.filter(value))::matches);
            case "$sort" -> SortStage.sort(stream, StageChecks.sort(value), limitAfter, byteLimit);
            case "$project" -> stream.map(FieldProjection.stage(value));
            case "$addFields" -> stream.map(ComputedFields.stage(value));
            case "$limit" -> stream.limit(StageChecks.limit(value));
            case "$skip" -> stream.skip(StageChecks.skip(value));
            default -> null;
        };
    }

    private long limitAfter(int position) {
        boolean limited = position + 1 < rest.size() && rest.get(position + 1).get("$limit") instanceof Number;
        return limited ? ((Number) rest.get(position + 1).get("$limit")).longValue() : 0;
    }

    private void requireLastIfWriting(Document stage, int position) {
        if (position < rest.size() - 1 && stage.keySet().stream().anyMatch(WRITING::contains)) {
            throw new MongoServerError(
                    40601,
                    "Location40601",
                    stage.keySet().iterator().next() + " can only be the final stage in the pipeline");
        }
    }

    private static Stream<Document> apply(
            Document stage, Stream<Document> stream, DatabaseView database, String collection, long byteLimit) {
        Stream<Document> input = HeldBytes.limit(stage, stream, byteLimit);
        return Aggregation.fromPipeline(
                        List.of(stage),
                        database.resolver(),
                        database,
                        database.resolveCollection(collection, false),
                        NoopOplog.get())
                .runStagesAsStream(input);
    }

    /** Collects the stages at the beginning that the planner can do. */
    private static final class Leading {

        private final List<Document> matches = new ArrayList<>();
        private Object sort;
        private long skip;
        private long limit;

        boolean take(Document stage) {
            if (stage.size() != 1) {
                return false;
            }
            Object value = stage.values().iterator().next();
            return switch (stage.keySet().iterator().next()) {
                case "$match" -> takeMatch(value);
                case "$sort" -> takeSort(value);
                case "$skip" -> takeSkip(value);
                case "$limit" -> takeLimit(value);
                default -> false;
            };
        }

        private boolean takeMatch(Object value) {
            if (!(value instanceof Document filter) || sort != null || skip > 0 || limit > 0) {
                return false;
            }
            matches.add(filter);
            return true;
        }

        private boolean takeSort(Object value) {
            if (!(value instanceof Document) || sort != null || skip > 0 || limit > 0) {
                return false;
            }
            sort = value;
            return true;
        }

        private boolean takeSkip(Object value) {
            if (!(value instanceof Number number) || number.longValue() <= 0 || skip > 0 || limit > 0) {
                return false;
            }
            skip = number.longValue();
            return true;
        }

        private boolean takeLimit(Object value) {
            if (limit > 0) {
                return false;
            }
            limit = StageChecks.limit(value);
            return true;
        }

        Find find(Object hint, Deadline deadline) {
            Document filter = matches.size() == 1 ? matches.get(0) : new Document();
            if (matches.size() > 1) {
                filter.put("$and", matches);
            }
            return new Find(filter, Sort.of(sort), skip, limit, hint, deadline);
        }
    }
}
