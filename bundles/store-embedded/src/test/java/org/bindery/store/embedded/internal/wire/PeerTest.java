package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class PeerTest {

    private final Peer peer = new Peer(new EmbeddedChannel());

    @Test
    void startsAsAStrangerThatSaidNothing() {
        assertThat(peer.authenticated()).isFalse();
        assertThat(peer.greeted()).isFalse();
        assertThat(peer.takeLogin()).isEmpty();
        assertThat(peer.takeEmptyExchange()).isFalse();
    }

    @Test
    void triesALoginOnce() {
        peer.begin(new ScramConversation(ScramCredential.of("u", "p", new byte[28]), "n"), true);
        assertThat(peer.takeLogin()).isPresent();
        assertThat(peer.takeLogin()).isEmpty();
    }

    @Test
    void owesTheEmptyExchangeOnceAndOnlyToClientsThatWantIt() {
        peer.begin(new ScramConversation(ScramCredential.of("u", "p", new byte[28]), "n"), false);
        assertThat(peer.takeEmptyExchange()).isFalse();
        peer.loggedIn();
        assertThat(peer.takeEmptyExchange()).isTrue();
        assertThat(peer.takeEmptyExchange()).isFalse();
    }

    @Test
    void remembersItsLastHello() {
        peer.saidHello(42);
        assertThat(peer.greeted()).isTrue();
        assertThat(peer.lastHello()).isEqualTo(42);
    }
}
