package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void acceptsFreePorts() {
        assertThatCode(() -> check("127.0.0.1", "0", "0")).doesNotThrowAnyException();
    }

    @Test
    void saysThatTheBackendPortIsTakenAndCanBeTurnedOff() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> check("127.0.0.1", "0", port))
                    .hasMessage("Port " + port + " on 127.0.0.1 is taken by another program; stop that one or set"
                            + " BINDERY_BACKEND_PORT to a free port (0 turns it off).");
        }
    }

    @Test
    void saysThatTheAddressIsNotOfThisMachine() {
        // 192.0.2.0/24 is reserved for documentation and belongs to no machine.
        assertThatThrownBy(() -> check("192.0.2.1", "0", "0"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("set BINDERY_HTTP_HOST to an address of this machine");
    }

    @Test
    void saysThatTheHostIsNotKnown() {
        assertThatThrownBy(() -> check("no such host", "0", "0"))
                .hasMessage(
                        "The host \"no such host\" is not known; set BINDERY_HTTP_HOST to an address of this machine,"
                                + " such as 127.0.0.1.");
    }

    private static void check(String host, String http, String backend) {
        PortCheck.check(SettingsReader.read(
                Path.of("/"),
                List.of(),
                Map.of("BINDERY_HTTP_HOST", host, "BINDERY_HTTP_PORT", http, "BINDERY_BACKEND_PORT", backend)));
    }
}
