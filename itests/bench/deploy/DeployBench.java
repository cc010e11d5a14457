import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Adds, replaces and deletes the sample plugin again and again while clients save, and prints how long each took. */
public final class DeployBench {

    private static final long LIMIT_NANOS = Duration.ofSeconds(15).toNanos();
    private static final String OBJECT =
            "[{\"_objecttype\":\"object\",\"_mask\":\"_all_fields\",\"object\":{\"name\":\"Vase\",\"year\":1871}}]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Path jar;
    private final Path sample;
    private final String token = System.getenv("BENCH_TOKEN");
    private final AtomicInteger saves = new AtomicInteger();
    private final AtomicInteger plain = new AtomicInteger();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final List<Long> saveMillis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean pluginIsThere;
    private volatile boolean done;

    private DeployBench(String base, Path folder, Path sample) {
        this.base = base;
        this.jar = folder.resolve("sample.jar");
        this.sample = sample;
    }

    public static void main(String[] args) throws Exception {
        DeployBench bench = new DeployBench(args[0], Path.of(args[1]), Path.of(args[2]));
        bench.run(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    }

    private void run(int rounds, int clients) throws Exception {
        List<Thread> savers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread saver = new Thread(this::save, "saver-" + i);
            saver.start();
            savers.add(saver);
        }
        Map<String, List<Long>> millis = new TreeMap<>();
        int version = 0;
        Files.write(jar, jar(0)); // warm-up
        await(() -> runs("1.0.0"));
        for (int round = 0; round < rounds; round++) {
            int next = ++version;
            pluginIsThere = true;
            add(millis, "2 replace", () -> Files.write(jar, jar(next)), () -> runs("1.0." + next));
            byte[] whole = jar(next);
            add(
                    millis,
                    "4 refuse half",
                    () -> Files.write(jar, java.util.Arrays.copyOf(whole, whole.length / 2)),
                    () -> plugins().contains("REFUSED") && hello() == 200);
            Files.write(jar, whole);
            await(() -> runs("1.0." + next));
            pluginIsThere = false;
            add(millis, "3 delete", () -> Files.delete(jar), () -> hello() == 404);
            add(millis, "1 add", () -> Files.write(jar, whole), () -> hello() == 200);
            await(() -> runs("1.0." + next));
        }
        done = true;
        for (Thread saver : savers) {
            saver.join();
        }
        print(millis);
    }

    private void print(Map<String, List<Long>> millis) {
        System.out.println("| change | times | median ms | p95 ms | max ms |");
        System.out.println("|---|---|---|---|---|");
        millis.forEach((change, values) -> row(change.substring(2), values));
        row("save meanwhile", saveMillis);
        System.out.println("\nSaves: " + saves + ", failed: " + (failures.isEmpty() ? "0" : failures)
                + ", without the plugin's field although it was being replaced: " + plain);
    }

    private static void row(String name, List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        System.out.printf("| %s | %d | %d | %d | %d |%n", name, sorted.size(), sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1), sorted.get(sorted.size() - 1));
    }

    private static void add(Map<String, List<Long>> millis, String name, Change change, Fact fact) throws Exception {
        long start = System.nanoTime();
        change.make();
        await(fact);
        millis.computeIfAbsent(name, key -> new ArrayList<>()).add((System.nanoTime() - start) / 1_000_000);
    }

    private static void await(Fact fact) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!fact.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing happened within " + LIMIT_NANOS / 1_000_000_000 + " s");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean runs(String version) throws Exception {
        return plugins().contains("\"" + version + "\"") && plugins().contains("ACTIVE") && hello() == 200;
    }

    private String plugins() throws Exception {
        return get("/api/v1/bindery/plugins").body();
    }

    private int hello() throws Exception {
        return get("/api/v1/plugin/extension/computed-title/hello").statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30));
    }

    private void save() {
        HttpRequest request = request("/api/v1/db/object")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(OBJECT))
                .build();
        while (!done) {
            boolean expected = pluginIsThere;
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    failures.merge(answer.statusCode() + " " + answer.body(), 1, Integer::sum);
                } else if (expected && pluginIsThere && !answer.body().contains("Vase (1871)")) {
                    plain.incrementAndGet();
                }
            } catch (IOException e) {
                failures.merge(e.toString(), 1, Integer::sum);
            } catch (InterruptedException e) {
                return;
            }
            saves.incrementAndGet();
            saveMillis.add((System.nanoTime() - start) / 1_000_000);
        }
    }

    /** The sample in another version, filled up to 20 KB. */
    private byte[] jar(int version) throws IOException {
        byte[] ballast = new byte[12_000];
        new Random(version).nextBytes(ballast);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile from = new JarFile(sample.toFile())) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", "1.0." + version);
            try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    if (!entry.getName().startsWith("META-INF")) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(to);
                    }
                }
                to.putNextEntry(new JarEntry("ballast"));
                to.write(ballast);
            }
        }
        return bytes.toByteArray();
    }

    private interface Change {
        void make() throws IOException;
    }

    private interface Fact {
        boolean holds() throws Exception;
    }
}
