package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bindery.itests.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, the answer is a documented 4xx with code and hint; never a stack trace, never a 500. */
class BadInputIT {

    @TempDir
    private static Path home;

    private static BinderyProcess bindery;
    private static Api api;

    @BeforeAll
    static void start() throws InterruptedException {
        bindery = BinderyProcess.in(home)
                .with("BINDERY_ROOT_PASSWORD", Api.PASSWORD)
                .start();
        api = Api.root(bindery).createObjecttypes();
    }

    @AfterAll
    static void stop() {
        bindery.close();
    }

    @Test
    void no_token_and_a_wrong_token() {
        refused(Api.anonymous(bindery).saveObject("x"), 401, "UserRequired");
        refused(
                Api.anonymous(bindery).with("Authorization", "Bearer wrong").get("/api/v1/user/session"),
                401,
                "UserRequired");
    }

    @Test
    void a_wrong_password_looks_like_an_unknown_user() {
        Reply wrong = login("root", "wrong");
        Reply unknown = login("nobody", "wrong");
        refused(wrong, 400, "invalid_grant");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void malformed_json() {
        for (String bad : List.of("", "[", "{]", "[1,]", "\u0000", "[{\"a\":1,\"a\":2}]", "[] []", "NaN")) {
            refused(api.post("/api/v1/db/object", bad), 400, "JsonInvalid");
        }
    }

    @Test
    void ten_thousand_levels_of_nesting() {
        refused(api.post("/api/v1/db/object", "[".repeat(10_000) + "]".repeat(10_000)), 400, "JsonInvalid");
    }

    @Test
    void a_body_of_64_megabytes_with_and_without_a_length() {
        long size = 64L << 20;
        refused(
                api.send("POST", "/api/v1/db/object", BodyPublishers.fromPublisher(blanks(size), size)),
                413,
                "RequestTooLarge");
        refused(api.send("POST", "/api/v1/db/object", blanks(size)), 413, "RequestTooLarge");
    }

    @Test
    void a_body_that_is_not_an_array_of_objects() {
        for (String bad : List.of("{}", "1", "null", "[1]", "[null]", "[[]]", "[{}]")) {
            Reply reply = api.post("/api/v1/db/object", bad);
            assertThat(reply.status()).as(bad + " gave " + reply).isEqualTo(400);
            assertThat(reply.code()).isNotEqualTo("ServerGeneric");
        }
    }

    @Test
    void unknown_objecttype_field_and_mask() {
        refused(api.save("nothing", "{}"), 400, "UnknownObjecttype");
        refused(api.save("object", "{\"colour\":\"red\"}"), 400, "UnknownField");
        assertThat(api.get("/api/v1/db/object/no_such_mask/list").status()).isBetween(400, 404);
    }

    @Test
    void wrong_types_name_the_field() {
        for (String bad : List.of(
                "{\"year\":\"x\"}",
                "{\"year\":{}}",
                "{\"year\":[1]}",
                "{\"year\":1e400}",
                "{\"title\":7}",
                "{\"title\":[\"x\"]}",
                "{\"title\":\"\\ud800\"}",
                "{\"title\":\"a\\u0000b\"}",
                "{\"year\":true}")) {
            Reply reply = api.save("object", bad);
            assertThat(reply.status()).as(bad + " gave " + reply).isEqualTo(400);
            assertThat(reply.body()).as(bad).containsAnyOf("year", "title");
        }
    }

    @Test
    void operators_as_values_are_only_values() {
        refused(api.save("object", "{\"title\":{\"$gt\":\"\"}}"), 400, "SchemaInconsistent");
        refused(api.save("object", "{\"$where\":\"1\"}"), 400, "UnknownField");
    }

    @Test
    void wrong_method_and_unknown_path() {
        refused(api.send("PATCH", "/api/v1/db/object", BodyPublishers.ofString("[]")), 404, "UnknownEndpointMethod");
        refused(api.get("/api/v1/nothing/here"), 404, "ResourceNotFound");
        refused(api.get("/api/v1/plugin/extension/nothing/here"), 404, "PluginNotFound");
    }

    @Test
    void bad_numbers_in_path_and_query() {
        refused(api.get("/api/v1/db/object/_all_fields/abc"), 400, "ParameterInvalid");
        refused(api.get("/api/v1/db/object/_all_fields/99999999999999999999"), 400, "ParameterInvalid");
        refused(api.get("/api/v1/db/object/_all_fields/list?limit=-1"), 400, "ParameterInvalid");
        refused(api.get("/api/v1/db/object/_all_fields/list?format=fancy"), 400, "ParameterInvalid");
    }

    @Test
    void a_stale_version_names_the_current_one() {
        long id = api.saveObject("first").json().at("/0/object/_id").asLong();
        Reply stale = api.save("object", "{\"_id\":" + id + ",\"_version\":7,\"name\":\"x\"}");
        refused(stale, 400, "VersionMismatch");
        assertThat(stale.json().path("parameters").toString()).contains("1");
        assertThat(api.save("object", "{\"_id\":" + id + ",\"_version\":2,\"name\":\"x\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_bad_object_of_many_leaves_nothing_behind() {
        long before = count();
        String good = "{\"_objecttype\":\"object\",\"_mask\":\"_all_fields\",\"object\":{\"name\":\"good\"}}";
        Reply reply = api.post("/api/v1/db/object", "[" + good + "," + good.replace("\"good\"", "[1]") + "]");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(count()).isEqualTo(before);
    }

    private static long count() {
        return api.get("/api/v1/db/object/_all_fields/list").json().size();
    }

    private static Reply login(String user, String password) {
        return Api.anonymous(bindery)
                .post("/api/oauth2/token", "grant_type=password&username=" + user + "&password=" + password);
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).as(reply.body()).isEqualTo(code);
        assertThat(reply.json().path("error").asText()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", ".java");
    }

    private static BodyPublisher blanks(long size) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                Arrays.fill(buffer, offset, offset + count, (byte) ' ');
                left -= count;
                return count;
            }
        });
    }
}
