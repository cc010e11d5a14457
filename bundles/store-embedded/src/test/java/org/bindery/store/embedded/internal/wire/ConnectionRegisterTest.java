package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class ConnectionRegisterTest {

    private final ConnectionRegister register =
            new ConnectionRegister(new WireLimits(1, 2, 1, 1000, 100, 1000, 1, 10, 1));
    private final Channel first = new EmbeddedChannel();
    private final Channel second = new EmbeddedChannel();
    private final Channel third = new EmbeddedChannel();

    @Test
    void givesThePlaceOfTheOldestSilentConnectionToANewOne() {
        assertThat(register.arrived(first)).isEmpty();
        assertThat(register.arrived(second)).isEmpty();
        register.saidHello(first);
        assertThat(register.arrived(third)).contains(second);
        assertThat(register.size()).isEqualTo(2);
    }

    @Test
    void sparesClientsAndMonitors() {
        register.arrived(first);
        assertThat(register.loggedIn(first)).isTrue();
        register.arrived(second);
        register.saidHello(second);
        assertThat(register.becameMonitor(second)).isTrue();
        for (int i = 0; i < 10; i++) {
            register.arrived(new EmbeddedChannel());
        }
        assertThat(register.all()).contains(first, second).hasSize(4);
    }

    @Test
    void keepsOnlySoManyMonitorsAndNoneThatNeverSaidHello() {
        register.arrived(first);
        assertThat(register.becameMonitor(first)).isFalse();
        register.saidHello(first);
        assertThat(register.becameMonitor(first)).isTrue();
        assertThat(register.becameMonitor(first)).isTrue();
        register.arrived(second);
        register.saidHello(second);
        assertThat(register.becameMonitor(second)).isFalse();
        register.left(first);
        assertThat(register.becameMonitor(second)).isTrue();
    }

    @Test
    void refusesAClientTooManyAndOneThatIsGone() {
        register.arrived(first);
        register.left(first);
        assertThat(register.loggedIn(first)).isFalse();
        register.arrived(second);
        assertThat(register.loggedIn(second)).isTrue();
        register.arrived(third);
        assertThat(register.loggedIn(third)).isFalse();
        register.left(second);
        assertThat(register.loggedIn(third)).isTrue();
    }
}
