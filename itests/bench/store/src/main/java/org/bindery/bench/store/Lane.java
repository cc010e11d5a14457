package org.bindery.bench.store;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs one contender in this JVM and prints a line for each result; {@link Bench} starts one JVM for each lane. */
public final class Lane {

    private static final int TURNS = 2;
    private static final int CLIENTS = 8;

    private Lane() {}

    /** The arguments: which contender, how many documents, an empty folder. */
    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        clear(folder);
        Files.createDirectories(folder);
        switch (arguments[0]) {
            case "embedded" -> course(Contenders.embedded(folder), documents);
            case "sqlite" -> course(new SqliteContender(folder.resolve("plain.sqlite")), documents);
            case "memory" -> course(Contenders.memory(), documents);
            case "transactions" -> transactions(folder);
            case "disk" -> disk(folder.resolve("disk"));
            default -> throw new IllegalArgumentException("Unknown lane " + arguments[0]);
        }
        clear(folder);
    }

    /** How often this disk makes four kilobytes durable: what every commit waits for at least. */
    private static void disk(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(4096);
            new Measure().report("fsync of 4 KB", 1, at -> {
                page.clear();
                channel.write(page);
                channel.force(false);
            });
        }
    }

    private static void course(Contender contender, int documents) throws Exception {
        try (contender) {
            new Course(contender, documents).run();
        }
    }

    /** Both ways of committing take turns, so that what else the machine does meets both. */
    private static void transactions(Path folder) throws Exception {
        try (Contender shared = Contenders.embedded(folder.resolve("shared"));
                Contender single = Contenders.oneCommitEach(folder.resolve("single"))) {
            Measure measure = new Measure();
            double sharedRate = 0;
            double singleRate = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                sharedRate += measure.rate(CLIENTS, shared::transaction) / TURNS;
                singleRate += measure.rate(CLIENTS, single::transaction) / TURNS;
            }
            Measure.print(Bench.SINGLE, singleRate);
            Measure.print(Bench.SHARED, sharedRate);
        }
    }

    private static void clear(Path folder) throws java.io.IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
