package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticationGateTest {

    private final WireLimits limits = WireLimits.defaults();
    private final WireTimes times = WireTimes.defaults();
    private final AuthenticationGate gate = new AuthenticationGate(
            ScramCredential.of("bindery", "pw", new byte[28]),
            new SecureRandom(),
            new LoginPenalty(times, () -> 0),
            new ConnectionRegister(limits),
            limits);
    private final Peer peer = new Peer(new EmbeddedChannel());

    @Test
    void takesTheCommandsOfALoginAndNoOthers() {
        assertThat(gate.takes("saslStart")).isTrue();
        assertThat(gate.takes("saslContinue")).isTrue();
        assertThat(gate.takes("find")).isFalse();
    }

    @Test
    void answersARightUserWithAChallengeAndAWrongOneLateAndForTheLastTime() {
        assertThat(gate.step(peer, start("bindery")).document()).containsEntry("done", false);
        Reply refused = gate.step(peer, start("root"));
        assertThat(refused.last()).isTrue();
        assertThat(refused.delay()).isEqualTo(times.firstPenalty());
        assertThat(refused.document()).containsEntry("code", WireErrors.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesOtherMechanismsByName() {
        Document start = start("bindery");
        start.put("mechanism", "SCRAM-SHA-1");
        assertThatThrownBy(() -> gate.step(peer, start))
                .isInstanceOf(MongoServerError.class)
                .hasMessageContaining("SCRAM-SHA-256");
    }

    @Test
    void leavesAFailedLoginInsideHelloOutOfTheAnswerAndFailsNothing() {
        for (Document attempt : List.of(start("root"), new Document(), new Document("mechanism", 7))) {
            Document answer = new Document("ok", 1.0);
            gate.addTo(answer, peer, new Document("hello", 1).append("speculativeAuthenticate", attempt));
            assertThat(answer).containsOnlyKeys("ok");
        }
    }

    @Test
    void beginsALoginInsideHello() {
        Document attempt = start("bindery");
        attempt.put("db", "admin");
        Document hello = new Document("hello", 1).append("speculativeAuthenticate", attempt);
        hello.put("saslSupportedMechs", "admin.bindery");
        Document answer = new Document();
        gate.addTo(answer, peer, hello);
        assertThat(answer).containsEntry("saslSupportedMechs", List.of("SCRAM-SHA-256"));
        assertThat(answer).containsKey("speculativeAuthenticate");
        assertThat(peer.takeLogin()).isPresent();
    }

    private static Document start(String user) {
        return new Document("saslStart", 1)
                .append("mechanism", "SCRAM-SHA-256")
                .append("payload", new BinData(("n,,n=" + user + ",r=x").getBytes(StandardCharsets.UTF_8)))
                .append("$db", "admin");
    }
}
