package org.bindery.bench.store;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.bson.Document;

/** What every contender does, in the same order. */
final class Course {

    private static final int BATCH = 500;
    private static final int CLIENTS = 8;

    private final Contender contender;
    private final int documents;
    private final AtomicIntegerArray versions;
    private final Measure measure = new Measure();

    Course(Contender contender, int documents) {
        this.contender = contender;
        this.documents = documents;
        this.versions = new AtomicIntegerArray(documents);
    }

    void run() throws Exception {
        load();
        IntStream.range(0, documents).forEach(id -> versions.set(id, 1));
        int more = documents + 1;
        measure.report("single insert, 1 thread", 1, at -> contender.insert(Records.record(more + at)));
        measure.report("single insert, 8 threads", CLIENTS, at -> contender.insert(Records.record(more + at)));
        measure.report("point read, 1 thread", 1, at -> check(contender.read(any())));
        measure.report("point read, 8 threads", CLIENTS, at -> check(contender.read(any())));
        measure.report(
                "secondary index, 50 documents",
                1,
                at -> check(contender.byOwner(Records.owner(any())) >= Math.min(documents, Records.PER_OWNER)));
        measure.report(
                "type = x, date >= y, sort, limit 20",
                1,
                at -> check(contender.byTypeAndDate(ThreadLocalRandom.current().nextInt(documents / 2)) == 20));
        measure.report("versioned update, 1 thread", 1, this::update);
        measure.report("versioned update, 8 threads", CLIENTS, this::update);
    }

    private void load() throws Exception {
        long spent = 0;
        for (int from = 0; from < documents; from += BATCH) {
            List<Document> batch = IntStream.range(from, Math.min(documents, from + BATCH))
                    .mapToObj(Records::record)
                    .toList();
            long start = System.nanoTime();
            contender.insertBatch(batch);
            spent += System.nanoTime() - start;
        }
        Measure.print("insert in batches of 500, documents", documents * 1e9 / spent);
    }

    /** An optimistic update as the hub makes it: it knows the version it read before. */
    private void update(int number) throws Exception {
        int id = any();
        int version = versions.get(id);
        if (contender.update(id, version)) {
            versions.set(id, version + 1);
        }
    }

    private int any() {
        return ThreadLocalRandom.current().nextInt(documents);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("A contender gave a wrong answer");
        }
    }
}
