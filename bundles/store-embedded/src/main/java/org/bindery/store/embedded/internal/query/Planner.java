package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.match.Filters;

/** Chooses the way to an answer: the index with the most equal fields, then a range, then the wanted order. */
public final class Planner {

    private final CollectionInfo collection;

    public Planner(CollectionInfo collection) {
        this.collection = collection;
    }

    /** The plan for a filter and an order. The hint is an index name, a key, or null. */
    public Plan plan(Document filter, Sort sort, Object hint) {
        if (sort.natural() != 0 || isNatural(hint)) {
            return everything(sort);
        }
        Conditions conditions = Conditions.of(filter);
        Candidate best = best(conditions, sort, hint);
        if (best == null || best.score() < Candidate.GOOD) {
            Plan union = union(conditions, hint);
            if (union != null) {
                return union;
            }
        }
        return best == null ? everything(sort) : best.plan();
    }

    private Plan everything(Sort sort) {
        return new Plan(new Access.Everything(sort.natural() < 0), sort.isEmpty());
    }

    private static boolean isNatural(Object hint) {
        return hint instanceof Document key && key.containsKey("$natural");
    }

    private Candidate best(Conditions conditions, Sort sort, Object hint) {
        Candidate best = null;
        for (IndexInfo index : candidates(hint)) {
            Candidate candidate = Candidate.of(index, conditions, sort);
            if (candidate != null && (best == null || candidate.score() > best.score())) {
                best = candidate;
            }
        }
        return best;
    }

    private List<IndexInfo> candidates(Object hint) {
        List<IndexInfo> all = new ArrayList<>();
        all.add(Candidate.ID);
        all.addAll(collection.indexes());
        if (hint == null) {
            return all;
        }
        return all.stream()
                .filter(index ->
                        index.name().equals(hint) || index.keyDocument().equals(hint))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new MongoServerError(
                        2, "BadValue", "hint provided does not correspond to an existing index: " + hint));
    }

    /** A union pays only if every alternative has an index of its own. */
    private Plan union(Conditions conditions, Object hint) {
        for (Collection<?> alternatives : conditions.alternatives()) {
            List<Access.Branch> branches = new ArrayList<>();
            for (Object alternative : alternatives) {
                Access access = alternative instanceof Document part ? indexAccess(part, hint) : null;
                if (access == null) {
                    break;
                }
                branches.add(new Access.Branch(access, Filters.of((Document) alternative)));
            }
            if (branches.size() == alternatives.size() && !branches.isEmpty()) {
                return new Plan(new Access.Union(branches), false);
            }
        }
        return null;
    }

    private Access indexAccess(Document part, Object hint) {
        Candidate candidate = best(Conditions.of(part), Sort.of(null), hint);
        return candidate == null ? null : candidate.plan().access();
    }
}
