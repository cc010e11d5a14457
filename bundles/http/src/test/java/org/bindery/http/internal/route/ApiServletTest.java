package org.bindery.http.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.ApiServer;
import org.bindery.http.internal.ApiServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiServletTest {

    private static final String[] ROOT = {"Authorization", "Bearer root"};
    private static final String[] GUEST = {"authorization", "bearer guest"};

    private final ApiServer server = ApiServer.of(List.of(
            Route.get("/api/v1/open", Access.ANONYMOUS, call -> text("open")),
            Route.get(
                    "/api/v1/who",
                    Access.USER,
                    call -> text(call.session().user().login())),
            Route.get("/api/v1/admin", Access.ROOT, call -> text("admin")),
            Route.post("/api/v1/echo", Access.USER, call -> Answer.ok(call.body())),
            Route.get("/api/v1/item/{id}", Access.ANONYMOUS, call -> text(call.path("id"))),
            Route.get("/api/v1/item/list", Access.ANONYMOUS, call -> text("the list")),
            Route.get("/api/v1/refused", Access.ANONYMOUS, call -> {
                throw new ApiException(
                        ApiError.of("shelf.full", 422, "Shelf is full").text("de-DE", "Regal ist voll"));
            }),
            Route.get("/api/v1/broken", Access.ANONYMOUS, call -> {
                throw new IllegalStateException("secret detail");
            })));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_anonymous_route_answers_without_a_token() {
        assertThat(server.get("/api/v1/open").json().asText()).isEqualTo("open");
    }

    @Test
    void a_trailing_slash_does_not_matter() {
        assertThat(server.get("/api/v1/open/").status()).isEqualTo(200);
    }

    @Test
    void a_user_route_refuses_without_a_token_and_says_how_to_get_one() {
        Reply reply = server.get("/api/v1/who");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("UserRequired");
        assertThat(reply.json().path("description").asText()).contains("/api/oauth2/token");
        assertThat(reply.response().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void a_wrong_token_is_no_token() {
        assertThat(server.get("/api/v1/who", "Authorization", "Bearer nobody").status())
                .isEqualTo(401);
    }

    @Test
    void every_spelling_of_the_token_is_understood() {
        assertThat(server.get("/api/v1/who", GUEST).json().asText()).isEqualTo("guest");
        assertThat(server.get("/api/v1/who?access_token=guest").status()).isEqualTo(200);
        assertThat(server.get("/api/v1/who?token=guest").status()).isEqualTo(200);
        assertThat(server.get("/api/v1/who", "X-Fylr-Authorization", "Bearer guest")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_admin_route_refuses_other_users() {
        Reply reply = server.get("/api/v1/admin", GUEST);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("SystemRightRequired");
        assertThat(server.get("/api/v1/admin", ROOT).status()).isEqualTo(200);
    }

    @Test
    void a_body_is_json_whatever_its_type_says() {
        assertThat(server.post("/api/v1/echo", "[1]", "Authorization", "Bearer guest", "Content-Type", "text/plain")
                        .json())
                .hasSize(1);
        assertThat(server.post(
                                "/api/v1/echo?x=1",
                                "{\"a\":1}",
                                "Authorization",
                                "Bearer guest",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .json()
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void malformed_json_names_the_place() {
        Reply reply = server.post("/api/v1/echo", "[1,\n}", GUEST);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("JsonInvalid");
        assertThat(reply.json().at("/parameters/line").asInt()).isEqualTo(2);
    }

    @Test
    void an_empty_body_trailing_text_and_duplicate_keys_are_malformed() {
        for (String bad : List.of("", "{} x", "{\"a\":1,\"a\":2}", "nul")) {
            assertThat(server.post("/api/v1/echo", bad, GUEST).code()).as(bad).isEqualTo("JsonInvalid");
        }
    }

    @Test
    void deep_nesting_is_refused() {
        Reply reply = server.post("/api/v1/echo", "[".repeat(5000) + "]".repeat(5000), GUEST);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("JsonInvalid");
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        Reply reply = server.post("/api/v1/echo", "\"" + "x".repeat(20_000) + "\"", GUEST);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("RequestTooLarge");
    }

    @Test
    void an_unknown_path_and_an_unknown_method_are_told_apart() {
        assertThat(server.get("/api/v1/nothing").code()).isEqualTo("ResourceNotFound");
        Reply wrong = server.send("PUT", "/api/v1/open", "{}");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.code()).isEqualTo("UnknownEndpointMethod");
        assertThat(wrong.json().at("/parameters/allowed").asText()).isEqualTo("GET");
    }

    @Test
    void a_literal_segment_wins_over_a_parameter() {
        assertThat(server.get("/api/v1/item/list").json().asText()).isEqualTo("the list");
        assertThat(server.get("/api/v1/item/a%20b+c").json().asText()).isEqualTo("a b+c");
    }

    @Test
    void an_api_error_reaches_the_client_verbatim_in_its_language() {
        Reply reply = server.get("/api/v1/refused", "Accept-Language", "de, en;q=0.5");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("error").asText()).isEqualTo("Regal ist voll");
        assertThat(reply.json().path("statuscode").asInt()).isEqualTo(422);
        assertThat(reply.json().path("realm").asText()).isEqualTo("api");
        assertThat(reply.response().headers().firstValue("X-Fylr-Error-Code")).contains("shelf.full");
        assertThat(server.get("/api/v1/refused").json().path("error").asText()).isEqualTo("Shelf is full");
    }

    @Test
    void an_unexpected_failure_shows_a_reference_and_no_detail() {
        Reply reply = server.get("/api/v1/broken");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.response().body()).doesNotContain("secret detail").contains("reference");
    }

    private static Answer text(String text) {
        return Answer.ok(JsonNodeFactory.instance.textNode(text));
    }
}
