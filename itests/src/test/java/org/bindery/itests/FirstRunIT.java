package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bindery.itests.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user does on the first day, step by step, up to pulling the plug. */
class FirstRunIT {

    private static final String FILE = "computed-title.jar";

    @TempDir
    private Path home;

    private final Path sample = Path.of(System.getProperty("bindery.sample"));

    @Test
    void a_plugin_comes_survives_a_bad_copy_and_goes_and_nothing_is_lost() throws Exception {
        long saved;
        try (BinderyProcess bindery = start()) {
            Api api = Api.root(bindery).createObjecttypes();
            assertThat(Api.title(api.saveObject("Vase"))).isEmpty();

            PluginJar.deploy(sample, bindery, FILE);
            api.await(reply -> Api.title(reply).equals("Vase (1871)"), () -> vase(api));
            assertThat(refusedInGerman(api)).contains("richtigen Namen");
            assertThat(api.get("/api/v1/plugin/extension/computed-title/hello").body())
                    .contains("computed-title");

            overwriteWithHalf(bindery);
            Reply plugins =
                    api.await(reply -> reply.body().contains("REFUSED"), () -> api.get("/api/v1/bindery/plugins"));
            assertThat(plugins.json().at("/plugins/0/reason").asText()).isNotBlank();
            assertThat(Api.title(vase(api))).isEqualTo("Vase (1871)");

            Files.delete(bindery.deploy().resolve(FILE));
            api.await(reply -> Api.title(reply).isEmpty(), () -> vase(api));
            saved = count(api);
            bindery.kill9();
        }
        try (BinderyProcess bindery = start()) {
            assertThat(count(Api.root(bindery))).isEqualTo(saved);
        }
    }

    private BinderyProcess start() throws InterruptedException {
        return BinderyProcess.in(home)
                .with("BINDERY_ROOT_PASSWORD", Api.PASSWORD)
                .start();
    }

    private static Reply vase(Api api) {
        return api.save("object", "{\"name\":\"Vase\",\"year\":1871}");
    }

    private static String refusedInGerman(Api api) {
        Reply reply = api.with("Accept-Language", "de-DE").saveObject("untitled");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("computed-title.name");
        return reply.json().path("error").asText();
    }

    private void overwriteWithHalf(BinderyProcess bindery) throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        Files.write(bindery.deploy().resolve(FILE), Arrays.copyOf(whole, whole.length / 2));
    }

    private static long count(Api api) {
        return api.get("/api/v1/db/object/_all_fields/list?limit=1000").json().size();
    }
}
