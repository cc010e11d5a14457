package org.bindery.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client of a running Bindery, as an integrator would write one. */
public final class Api {

    /** The password tests start Bindery with. */
    public static final String PASSWORD = "test-password";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 10;

    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> headers;

    private Api(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    /** A client without a token. */
    public static Api anonymous(BinderyProcess bindery) {
        return new Api(bindery.url(), Map.of());
    }

    /** A client with root's token. */
    public static Api root(BinderyProcess bindery) {
        Api api = anonymous(bindery);
        String form = "grant_type=password&username=root&password=" + PASSWORD;
        Reply reply = api.post("/api/oauth2/token", form);
        return api.with(
                "Authorization", "Bearer " + reply.json().path("access_token").asText());
    }

    /** The same client with one more header on every request. */
    public Api with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(url, more);
    }

    /** What came back. */
    public record Reply(int status, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    /** Declares the objecttype {@code object} with name, year and title, and {@code note} beside it. */
    public Api createObjecttypes() {
        post("/api/v1/schema/user/HEAD", """
                {"type":"user","tables":[
                  {"name":"object","columns":[
                    {"kind":"column","name":"name","type":"text_oneline"},
                    {"kind":"column","name":"year","type":"number"},
                    {"kind":"column","name":"title","type":"text_oneline"}]},
                  {"name":"note","columns":[{"kind":"column","name":"title","type":"text_oneline"}]}]}""");
        post("/api/v1/schema/commit?confirm=yes", "");
        return this;
    }

    public Reply saveObject(String name) {
        return save("object", "{\"name\":\"" + name + "\"}");
    }

    /** Saves one new object with these fields. */
    public Reply save(String objecttype, String fields) {
        return post(
                "/api/v1/db/" + objecttype,
                "[{\"_objecttype\":\"" + objecttype + "\",\"_mask\":\"_all_fields\",\"" + objecttype + "\":" + fields
                        + "}]");
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Reply post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    public Reply send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Asks again until the answer is as wanted. */
    public Reply await(Predicate<Reply> wanted, Supplier<Reply> question) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        Reply reply = question.get();
        while (!wanted.test(reply)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + LIMIT + "; the last answer was " + reply);
            }
            Thread.sleep(PAUSE_MILLIS);
            reply = question.get();
        }
        return reply;
    }

    /** Title of the one object of a save's answer; empty if it has none. */
    public static String title(Reply saved) {
        return saved.json().at("/0/object/title").asText("").replace("null", "");
    }
}
