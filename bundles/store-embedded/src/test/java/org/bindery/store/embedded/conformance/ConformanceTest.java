package org.bindery.store.embedded.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks the store what MongoDB documents, and writes the table of answers to {@code target/conformance.md}. With {@code
 * -Dbindery.mongo.uri=mongodb://...} it asks any other server the same.
 */
class ConformanceTest {

    private static final Path TABLE = Path.of("target/conformance.md");

    /** Differences of the embedded store that are known and not yet mended; empty is the aim. */
    private static final Set<String> OPEN = Set.of("arithmetic");

    private static StoreUnderTest store;
    private static Oracle oracle;
    private static final ConcurrentSkipListMap<Integer, String> ROWS = new ConcurrentSkipListMap<>();

    @BeforeAll
    static void start() throws Exception {
        store = StoreUnderTest.open();
        oracle = Oracle.start();
    }

    @AfterAll
    static void stop() throws Exception {
        List<String> table = new ArrayList<>(List.of("| probe | answer | documented | |", "|---|---|---|---|"));
        table.addAll(ROWS.values());
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, table);
        oracle.close();
        store.client().getDatabase("conformance").drop();
        store.close();
    }

    static List<Probe> probes() {
        return Stream.of(
                        WriteProbes.all(),
                        FindAndModifyProbes.all(),
                        IndexProbes.all(),
                        CursorProbes.all(),
                        TypeProbes.all(),
                        TransactionProbes.all(),
                        AdminProbes.all(),
                        BadInputProbes.all(),
                        WrittenProbes.all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void there_are_at_least_130_probes() {
        assertThat(probes()).hasSizeGreaterThanOrEqualTo(130);
    }

    @TestFactory
    Stream<DynamicTest> the_store_answers_as_documented_or_refuses_loudly() {
        List<Probe> probes = probes();
        return Stream.iterate(0, at -> at + 1)
                .limit(probes.size())
                .map(at -> DynamicTest.dynamicTest(
                        probes.get(at).group() + ": " + probes.get(at).name(), () -> show(at, probes.get(at))));
    }

    private static void show(int number, Probe probe) throws Exception {
        Scene scene = new Scene(store.client(), store.client().getDatabase("conformance"), "probe" + number);
        String answer = "no answer";
        try {
            answer = probe.answer(scene);
        } finally {
            ROWS.put(number, row(probe, answer));
        }
        if (OPEN.contains(probe.name())) {
            assertThat(probe.accepts(answer))
                    .as("%s is right now: take it off the list", probe.name())
                    .isFalse();
        } else {
            assertThat(answer)
                    .as("%s: expected %s", probe.name(), probe.expected())
                    .matches(probe::accepts);
        }
    }

    private static String row(Probe probe, String answer) {
        String verdict = answer.equals(probe.expected()) ? "right" : probe.accepts(answer) ? "refused" : "WRONG";
        return "| %s: %s | %s | %s | %s |"
                .formatted(probe.group(), probe.name(), cell(answer), cell(probe.expected()), verdict);
    }

    private static String cell(String text) {
        String shown = text.replace("|", "\\|").replace("\n", " ");
        return shown.length() > 90 ? shown.substring(0, 87) + "..." : shown;
    }

    @TestFactory
    Stream<DynamicTest> the_oracle_agrees_with_the_written_cases() throws IOException {
        SecondOpinion second = new SecondOpinion(oracle);
        return Stream.of("find", "update", "aggregate")
                .flatMap(kind -> WrittenCase.read(kind).stream())
                .map(one -> DynamicTest.dynamicTest(one.kind() + ": " + one.name(), () -> {
                    String opinion = second.on(one);
                    boolean known = one.text().containsKey("mingo") || opinion.startsWith("not asked");
                    assertThat(known || "agrees".equals(opinion)).as(opinion).isTrue();
                }));
    }
}
