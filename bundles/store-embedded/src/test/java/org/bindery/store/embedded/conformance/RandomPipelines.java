package org.bindery.store.embedded.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.bson.Document;

/** Pipelines of the stages the store promises, in an order that makes their answer certain. */
final class RandomPipelines {

    private final RandomFilters filters;
    private final RandomValues values;

    RandomPipelines(Random random) {
        this.filters = new RandomFilters(random);
        this.values = new RandomValues(random);
    }

    /** A match and a total sort, then stages that keep the shape, then at most one that changes it. */
    List<Document> next() {
        List<Document> stages = new ArrayList<>();
        stages.add(stage("$match", filters.filter(1)));
        stages.add(stage(
                "$sort",
                new Document(values.one(List.of("n", "g", "b", "s")), values.chance(2) ? 1 : -1).append("_id", 1)));
        for (int more = values.below(3); more > 0; more--) {
            stages.add(values.one(keeping()).get());
        }
        if (!values.chance(3)) {
            stages.addAll(values.one(changing()).get());
        }
        return stages;
    }

    private static Document stage(String name, Object what) {
        return new Document(name, what);
    }

    private List<Supplier<Document>> keeping() {
        return List.of(
                () -> stage("$match", filters.filter(0)),
                () -> stage("$skip", values.below(4)),
                () -> stage("$limit", 1 + values.below(20)),
                () -> stage("$unset", values.chance(2) ? "a" : List.of("d.y", "t")),
                () -> stage("$addFields", computed()));
    }

    private Document computed() {
        return switch (values.below(6)) {
            case 0 -> new Document("sum", new Document("$add", List.of("$n", "$g", 1)));
            case 1 -> new Document("product", new Document("$multiply", List.of("$n", "$g")));
            case 2 -> new Document("size", new Document("$size", new Document("$ifNull", List.of("$l", List.of()))));
            case 3 ->
                new Document(
                        "big",
                        new Document(
                                "$cond", List.of(new Document("$gt", List.of("$n", values.below(4))), "yes", "no")));
            case 4 -> new Document("text", new Document("$concat", List.of("<", "$s", ">")));
            default -> new Document("copy", "$d.x");
        };
    }

    private List<Supplier<List<Document>>> changing() {
        return List.of(
                this::group,
                this::group,
                this::group,
                this::unwind,
                this::project,
                this::lookup,
                this::facet,
                this::sortByCount,
                this::bucket,
                this::count,
                this::root);
    }

    private List<Document> group() {
        Object key = values.one(List.of("$g", "$b", "$s", new Document("g", "$g").append("s", "$s")));
        Document grouped = new Document("_id", key)
                .append("count", new Document("$sum", 1))
                .append("sum", new Document("$sum", "$n"))
                .append("average", new Document("$avg", "$n"))
                .append("least", new Document("$min", "$n"))
                .append("most", new Document("$max", "$n"))
                .append("first", new Document("$first", "$_id"))
                .append("last", new Document("$last", "$_id"))
                .append("ids", new Document("$push", "$_id"));
        return List.of(stage("$group", grouped), stage("$sort", new Document("first", 1)));
    }

    private List<Document> unwind() {
        Document options = new Document("path", values.chance(2) ? "$t" : "$l")
                .append("preserveNullAndEmptyArrays", values.chance(2));
        return List.of(stage("$unwind", options));
    }

    private List<Document> project() {
        Document shape = new Document("n", 1)
                .append("twice", new Document("$multiply", List.of("$n", 2)))
                .append("x", "$d.x")
                .append("listed", new Document("$isArray", "$t"))
                .append("g", new Document("$ifNull", List.of("$none", "$g")));
        return List.of(stage("$project", shape));
    }

    private List<Document> lookup() {
        Document joined = new Document("from", "other")
                .append("localField", values.chance(2) ? "g" : "n")
                .append("foreignField", "k")
                .append("as", "found");
        return List.of(stage("$lookup", joined));
    }

    private List<Document> facet() {
        Document parts = new Document("byGroup", group())
                .append("few", List.of(stage("$limit", 2), stage("$project", new Document("n", 1))));
        return List.of(stage("$facet", parts));
    }

    private List<Document> sortByCount() {
        return List.of(stage("$sortByCount", "$g"), stage("$sort", new Document("count", -1).append("_id", 1)));
    }

    private List<Document> bucket() {
        Document buckets = new Document("groupBy", "$n")
                .append("boundaries", List.of(-3.25, -0.25, 2.25, 4.25))
                .append("default", "other")
                .append("output", new Document("ids", new Document("$push", "$_id")));
        return List.of(
                stage("$bucket", buckets), stage("$match", new Document("ids.0", new Document("$exists", true))));
    }

    private List<Document> count() {
        return List.of(stage("$count", "n"));
    }

    private List<Document> root() {
        return List.of(
                stage("$match", new Document("d", new Document("$type", "object"))),
                stage("$replaceRoot", new Document("newRoot", "$d")));
    }
}
