package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindery.itests.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients save while their plugin is replaced again and again; none of them may notice. */
class HotUpdateIT {

    private static final int CLIENTS = 4;
    private static final int VERSIONS = 10;

    @TempDir
    private Path folder;

    @Test
    void no_save_fails_or_runs_without_the_step_while_versions_are_swapped() throws Exception {
        try (BinderyProcess bindery = BinderyProcess.in(folder.resolve("home"))
                .with("BINDERY_ROOT_PASSWORD", Api.PASSWORD)
                .start()) {
            Api api = Api.root(bindery).createObjecttypes();
            PluginJar.deploy(version(0), bindery, "probe.jar");
            api.await(reply -> Api.title(reply).equals("v0"), () -> api.saveObject("first"));

            AtomicBoolean stop = new AtomicBoolean();
            ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> saveUntil(stop, Api.root(bindery), replies)));
            }
            for (int i = 1; i <= VERSIONS; i++) {
                String title = "v" + i;
                PluginJar.deploy(version(i), bindery, "probe.jar");
                api.await(reply -> Api.title(reply).equals(title), () -> api.saveObject("probe"));
            }
            stop.set(true);
            clients.shutdown();
            for (Future<?> client : running) {
                client.get(1, TimeUnit.MINUTES);
            }
            assertThat(replies).hasSizeGreaterThan(VERSIONS).allMatch(reply -> reply.status() == 200);
            assertThat(titles(replies))
                    .allMatch(title -> title.matches("v\\d+"))
                    .hasSizeGreaterThan(1);
        }
    }

    private Path version(int number) {
        String body = "return batch.changeEach(object -> { sleep(); object.fields().put(\"title\", \"v" + number
                + "\"); }); } private static void sleep() { try { Thread.sleep(20); } catch (InterruptedException e) {"
                + " Thread.currentThread().interrupt(); }";
        return PluginJar.of(folder, "probe:1.0." + number, "", body);
    }

    private static void saveUntil(AtomicBoolean stop, Api api, ConcurrentLinkedQueue<Reply> replies) {
        while (!stop.get()) {
            replies.add(api.saveObject("load"));
        }
    }

    private static Set<String> titles(ConcurrentLinkedQueue<Reply> replies) {
        Set<String> titles = new TreeSet<>();
        replies.forEach(reply -> titles.add(Api.title(reply)));
        return titles;
    }
}
