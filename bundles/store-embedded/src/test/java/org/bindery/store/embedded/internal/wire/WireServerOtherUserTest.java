package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second user of the same machine. Needs root to become that user; elsewhere it is skipped. */
class WireServerOtherUserTest {

    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    private final MemoryBackend backend = new MemoryBackend();
    private WireServer server;

    @BeforeEach
    void open() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can act as a second user");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs /usr/bin/setpriv to act as a second user");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs /bin/bash to open a socket as a second user");
        server = WireServer.bind(backend, WireSettings.defaults());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void canConnectButNotReadWithoutTheSecret() throws Exception {
        byte[] find = Bytes.bson("{find: 'things', $db: 'd'}");
        Path request = folder.resolve("request");
        Files.write(request, Bytes.frame(1, OpCode.MSG, Bytes.message(0, Bytes.body(find))));
        Files.setPosixFilePermissions(request, PosixFilePermissions.fromString("rw-r--r--"));
        String answer = asOtherUser("id -u; exec 3<>/dev/tcp/127.0.0.1/" + server.port() + "; cat '" + request
                + "' >&3; timeout 10 cat <&3");
        assertThat(answer).startsWith(NOBODY).contains("command find requires authentication");
    }

    private static String asOtherUser(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "/bin/bash",
                        "-c",
                        script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
