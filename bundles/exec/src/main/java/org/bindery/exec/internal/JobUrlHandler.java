package org.bindery.exec.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bindery.exec.Failure;
import org.bindery.exec.ResponseHead;
import org.bindery.exec.ResponseRules;
import org.bindery.exec.internal.JobUrls.Ends;

/** Serves the URLs of calls: GET gives the input, POST or PUT takes the result, once. */
final class JobUrlHandler implements HttpHandler {

    static final String PREFIX = "/_exec/";
    static final String INPUT = "/reader";
    static final String OUTPUT = "/writer";

    private final Map<String, Ends> open;

    JobUrlHandler(Map<String, Ends> open) {
        this.open = open;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            int slash = Math.max(0, path.indexOf('/'));
            Ends ends = open.get(path.substring(0, slash));
            String end = path.substring(slash);
            if (ends == null || !(end.equals(INPUT) || end.equals(OUTPUT))) {
                answer(exchange, 404, "There is no such call, or it has ended");
            } else if (end.equals(INPUT)) {
                give(exchange, ends);
            } else {
                take(exchange, ends);
            }
        }
    }

    private static void give(HttpExchange exchange, Ends ends) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 405, "The input is fetched with GET");
            return;
        }
        try (InputStream input = ends.input().source().open()) {
            CopiedHeaders.of(ends.input().headers(), ends.rules().statusHeader())
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(200, 0);
            copyInput(exchange, ends.call(), input);
        }
    }

    /** An end that looks clean must not follow half an input, so the call is failed before the response is closed. */
    private static void copyInput(HttpExchange exchange, RunningCall call, InputStream input) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        OutputStream body = exchange.getResponseBody();
        for (int length = readInput(call, buffer, input); length >= 0; length = readInput(call, buffer, input)) {
            body.write(buffer, 0, length);
        }
    }

    private static int readInput(RunningCall call, byte[] buffer, InputStream input) throws IOException {
        try {
            return input.read(buffer);
        } catch (IOException e) {
            call.fail(Failure.Kind.INPUT, "the input broke off: " + e.getMessage(), "Send it again");
            throw e;
        }
    }

    private static void take(HttpExchange exchange, Ends ends) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("POST") && !method.equals("PUT")) {
            answer(exchange, 405, "The result is sent with POST or PUT");
            return;
        }
        if (!ends.result().beginPost(head(exchange, ends.rules()))) {
            answer(exchange, 409, "The result has already been sent, here or by stdout");
            return;
        }
        try {
            takeBody(exchange, ends);
        } finally {
            ends.result().endPost();
        }
        answer(exchange, 200, "");
    }

    private static ResponseHead head(HttpExchange exchange, ResponseRules rules) {
        String status = exchange.getRequestHeaders().getFirst(rules.statusHeader());
        boolean valid = status != null && status.strip().matches("[2-5]\\d\\d");
        return new ResponseHead(
                valid ? Integer.parseInt(status.strip()) : 200,
                CopiedHeaders.of(exchange.getRequestHeaders(), rules.statusHeader()));
    }

    private static void takeBody(HttpExchange exchange, Ends ends) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        InputStream body = exchange.getRequestBody();
        try {
            for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                ends.result().post(buffer, 0, length);
            }
        } catch (OutputTooLongException e) {
            ends.call()
                    .fail(
                            Failure.Kind.OUTPUT_TOO_LONG,
                            "a program sent more than " + e.limit() + " bytes and was killed",
                            "Let it send less, or raise the limit for results");
            throw e;
        } catch (IOException e) {
            ends.call()
                    .fail(
                            Failure.Kind.NOT_DELIVERED,
                            "the result broke off while it was sent: " + e.getMessage(),
                            "Nothing to do if the client broke off; else look in the plugin's log");
            throw e;
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("text/plain; charset=utf-8"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
