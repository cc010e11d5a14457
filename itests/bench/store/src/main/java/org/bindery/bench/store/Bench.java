package org.bindery.bench.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every contender in a JVM of its own with 512 MB and prints one table. */
public final class Bench {

    static final String SINGLE = "transactions of two records, 8 clients, one commit each";
    static final String SHARED = "transactions of two records, 8 clients, shared commit";

    private static final Path WORK = Path.of("target/work");
    private static final int MEMORY_SERVER_LIMIT = 200_000;

    /** The figures of the prototype with fsync at 100,000 documents, operations per second. */
    private static final Map<String, Integer> PROTOTYPE = Map.of(
            "single insert, 1 thread",
            2617,
            "single insert, 8 threads",
            4285,
            "insert in batches of 500, documents",
            10_349,
            "point read, 1 thread",
            12_704,
            "point read, 8 threads",
            22_173,
            "secondary index, 50 documents",
            2462,
            "type = x, date >= y, sort, limit 20",
            4219,
            "versioned update, 1 thread",
            1140,
            "versioned update, 8 threads",
            4111,
            SINGLE,
            522);

    /** What one fsync took on the machine of those figures: 0.25 ms. */
    private static final int PROTOTYPE_FSYNC = 4000;

    private Bench() {}

    /** The argument: how many documents. */
    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[0]);
        Map<String, Double> before = lane("disk", documents);
        Map<String, Double> embedded = lane("embedded", documents);
        Map<String, Double> sqlite = lane("sqlite", documents);
        Map<String, Double> memory = documents > MEMORY_SERVER_LIMIT ? Map.of() : lane("memory", documents);
        Map<String, Double> transactions = lane("transactions", documents);
        Map<String, Double> after = lane("disk", documents);
        List<String> table = new ArrayList<>();
        table.add("Operations per second, " + documents
                + " documents, -Xmx512m, fsync at every commit, best of three spans");
        table.add("");
        table.add("| operation | embedded | plain SQLite | memory server | prototype | embedded / prototype |");
        table.add("|---|---|---|---|---|---|");
        embedded.forEach((name, rate) -> table.add(row(name, rate, sqlite.get(name), memory.get(name))));
        transactions.forEach((name, rate) -> table.add(row(name, rate, null, null)));
        table.add("");
        table.add(
                "Shared commit / one commit each: %.1f".formatted(transactions.get(SHARED) / transactions.get(SINGLE)));
        table.add("This disk: %.0f fsync of 4 KB each second before, %.0f after; the prototype's about %d."
                .formatted(only(before), only(after), PROTOTYPE_FSYNC));
        if (documents > MEMORY_SERVER_LIMIT) {
            table.add("The memory server is left out: its documents do not fit into 512 MB.");
        }
        table.forEach(System.out::println);
        Files.write(Path.of("target/bench.md"), table);
    }

    private static double only(Map<String, Double> results) {
        return results.values().iterator().next();
    }

    private static String row(String name, Double rate, Double sqlite, Double memory) {
        Integer prototype = PROTOTYPE.get(name);
        String ratio = prototype == null ? "" : "%.2f".formatted(rate / prototype);
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(name, shown(rate), shown(sqlite), shown(memory), prototype == null ? "" : prototype, ratio);
    }

    private static String shown(Double rate) {
        return rate == null ? "-" : "%.0f".formatted(rate);
    }

    /** The results of one contender; what it did not reach is missing, and why is on the console. */
    private static Map<String, Double> lane(String name, int documents) throws IOException, InterruptedException {
        System.out.println("lane " + name);
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lane.class.getName(),
                        name,
                        String.valueOf(documents),
                        WORK.resolve(name).toString())
                .redirectErrorStream(true)
                .start();
        Map<String, Double> results = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("  " + line);
                String[] parts = line.split("\t");
                if ("RESULT".equals(parts[0])) {
                    results.put(parts[1], Double.valueOf(parts[2]));
                }
            }
        }
        System.out.println("lane " + name + " ended with " + jvm.waitFor());
        return results;
    }
}
