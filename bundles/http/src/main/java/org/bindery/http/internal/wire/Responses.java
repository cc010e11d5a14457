package org.bindery.http.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bindery.api.error.ApiError;
import org.bindery.http.internal.route.Answer;

/** Writes answers and errors to the client. */
public final class Responses {

    private static final ObjectWriter JSON = new ObjectMapper().writer();

    private static final int LONGEST_ERROR_HEADER = 500;

    private Responses() {}

    public static void write(HttpServletResponse response, Answer answer) throws IOException {
        answer.headers().forEach(response::setHeader);
        send(response, answer.status(), answer.body());
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, ApiError error)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("Failed after the answer began: " + error.code());
        }
        response.resetBuffer();
        String language = request.getHeader("Accept-Language");
        response.setHeader("X-Fylr-Error-Code", headerSafe(error.code()));
        response.setHeader("X-Fylr-Error", headerSafe(ErrorBody.text(error, language)));
        if (error.statuscode() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        send(response, error.statuscode(), ErrorBody.of(error, language));
    }

    private static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String headerSafe(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() <= LONGEST_ERROR_HEADER ? line : line.substring(0, LONGEST_ERROR_HEADER);
    }
}
