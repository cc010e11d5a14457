package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindery.exec.CallLimits;
import org.bindery.exec.Channel;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramInput;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.ResponseRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The URL form, used by real programs through {@link JobUrls} and {@link JobUrlHandler}. */
class JobUrlsTest {

    private static final ResponseRules RULES = new ResponseRules("x-shelf-status", 500);
    private static final String FETCH = """
            import sys, urllib.request as u
            i = u.urlopen(sys.argv[1])
            body = i.read().decode()
            h = {'x-shelf-status': '418', 'X-Colour': 'red', 'Authorization': 'secret',
              'Content-Type': i.headers['Content-Type']}
            r = u.urlopen(u.Request(sys.argv[2], data=('got ' + body).encode(), headers=h, method='POST'))
            print(r.status)
            """;

    @TempDir
    private Path folder;

    private TestRunner runner;

    @BeforeEach
    void start() {
        runner = new TestRunner(folder).file("fetch.py", FETCH);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private ProgramRequest fetching(Channel stdout) {
        ProgramCommand command = ProgramCommand.of("python3", "fetch.py", "%_input.url%", "%_output.url%")
                .withChannels(Channel.NONE, stdout);
        return runner.request("python3", command)
                .withRules(RULES)
                .withInput(ProgramInput.of("tea".getBytes(StandardCharsets.UTF_8))
                        .withHeaders(Map.of("Content-Type", List.of("text/tea"), "Connection", List.of("close"))));
    }

    @Test
    void aProgramFetchesItsInputAndPostsItsResultWithStatusAndHeaders() {
        ProgramResult result = runner.run(fetching(Channel.NONE));
        assertThat(TestRunner.text(result)).isEqualTo("got tea");
        assertThat(((ProgramResult.Succeeded) result).head().status()).isEqualTo(418);
        assertThat(((ProgramResult.Succeeded) result).head().headers())
                .containsEntry("X-colour", List.of("red"))
                .containsEntry("Content-type", List.of("text/tea"))
                .doesNotContainKeys("Authorization", "Host", "Content-length", "X-shelf-status");
    }

    @Test
    void whatIsPostedWinsOverStdoutThatComesLater() {
        assertThat(TestRunner.text(runner.run(fetching(Channel.BODY)))).isEqualTo("got tea");
    }

    @Test
    void onlyTheFirstPostIsTaken() {
        runner.file(
                "twice.js",
                "(async () => { const post = async t => (await fetch(process.argv[2], {method: 'POST', body: t})).status;"
                        + "console.error(await post('one')); console.error(await post('two'));"
                        + "console.error((await fetch(process.argv[2])).status);"
                        + "console.error((await fetch(process.argv[2].replace('writer', 'other'))).status) })()");
        ProgramRequest request = runner.request("node", ProgramCommand.of("node", "twice.js", "%_output.url%"));
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("one");
        assertThat(runner.stderr).containsExactly("200", "409", "405", "404");
    }

    @Test
    void anInputThatIsAStreamIsFetchedOnce() {
        ProgramInput once = ProgramInput.once(new ByteArrayInputStream("once".getBytes(StandardCharsets.UTF_8)));
        ProgramCommand command = ProgramCommand.of(
                        "sh", "-c", "curl -sf $0; echo; curl -sf $0 || echo gone", "%_input.url%")
                .withChannels(Channel.NONE, Channel.BODY);
        ProgramResult result = runner.run(runner.request("exec", command).withInput(once));
        assertThat(TestRunner.text(result)).isEqualTo("once\ngone\n");
    }

    @Test
    void aPostThatIsTooLongIsRefused() {
        ProgramCommand command =
                ProgramCommand.of("sh", "-c", "head -c 1000000 /dev/zero | curl -s -T - $0", "%_output.url%");
        ProgramResult result =
                runner.run(runner.request("exec", command).withLimits(CallLimits.DEFAULT.withOutputBytes(500_000)));
        assertThat(TestRunner.failed(result).failure().kind()).isEqualTo(Failure.Kind.OUTPUT_TOO_LONG);
    }

    @Test
    void theUrlsEndWithTheCall() throws IOException, InterruptedException {
        String url = TestRunner.text(runner.run(runner.request("exec", ProgramCommand.of("echo", "%_input.url%"))))
                .strip();
        assertThat(URI.create(url).getHost()).isEqualTo("127.0.0.1");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
