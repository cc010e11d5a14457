package org.bindery.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bindery.http.internal.ApiServer;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Leftover} with clients that read nothing before they have sent everything. */
class LeftoverTest {

    private static final int LARGE = 32 * 1024 * 1024;

    private final ApiServer server =
            ApiServer.of(List.of(Route.post("/api/v1/echo", Access.USER, call -> Answer.ok(call.body()))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClientWhoseBodyIsTooLargeGetsItsAnswerAfterSendingAll() throws IOException {
        assertThat(statusAfterSending("Authorization: Bearer guest\r\nContent-Length: " + LARGE))
                .contains(" 413 ");
    }

    @Test
    void aClientWithoutATokenGetsItsAnswerAfterSendingAll() throws IOException {
        assertThat(statusAfterSending("Content-Length: " + LARGE)).contains(" 401 ");
    }

    @Test
    void aClientThatDoesNotSayItsLengthGetsItsAnswerAfterSendingAll() throws IOException {
        try (Socket socket = connect("Authorization: Bearer guest\r\nTransfer-Encoding: chunked")) {
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < LARGE; sent += 0x10000) {
                socket.getOutputStream().write(chunk);
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void aClientThatWaitsForLeaveToSendIsRefusedWithoutIt() throws IOException {
        try (Socket socket =
                connect("Authorization: Bearer guest\r\nExpect: 100-continue\r\nContent-Length: " + LARGE)) {
            assertThat(firstLine(socket)).contains(" 413 ");
        }
    }

    private String statusAfterSending(String headers) throws IOException {
        try (Socket socket = connect(headers)) {
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < LARGE; sent += blanks.length) {
                socket.getOutputStream().write(blanks);
            }
            return firstLine(socket);
        }
    }

    private Socket connect(String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
