package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Tests {@link CommandRunner}, {@link Reply} and {@link Answer}. */
class CommandRunnerTest {

    private final List<Document> seen = new ArrayList<>();
    private final List<Channel> left = new ArrayList<>();
    private final MemoryBackend backend = new MemoryBackend() {
        @Override
        public Document handleMessage(MongoMessage message) {
            seen.add(message.getDocument());
            return new Document("ok", 1.0);
        }

        @Override
        public void handleClose(Channel channel) {
            left.add(channel);
            throw new IllegalStateException("deliberate");
        }
    };
    private final WireLimits limits = WireLimits.defaults();
    private final ConnectionRegister register = new ConnectionRegister(limits);
    private final CommandRunner runner = new CommandRunner(
            backend,
            new AuthenticationGate(
                    ScramCredential.of("bindery", "pw", new byte[28]),
                    new SecureRandom(),
                    new LoginPenalty(WireTimes.defaults(), () -> 0),
                    register,
                    limits),
            register,
            limits);
    private final Peer peer = new Peer(new EmbeddedChannel());

    @Test
    void passesNothingOfAStrangersHelloOnButTheQuestion() {
        run("{hello: 1, helloOk: true, client: {driver: 'x'}, $db: 'other', lsid: {id: 1}, find: 'c'}");
        assertThat(seen)
                .containsExactly(
                        new Document("hello", 1).append("helloOk", true).append("$db", "admin"));
        assertThat(peer.greeted()).isTrue();
    }

    @Test
    void passesCommandsOnOnlyAfterLogin() {
        Answer refused = run("{find: 'c', $db: 'd'}");
        assertThat(refused.last()).isTrue();
        assertThat(seen).isEmpty();
        peer.loggedIn();
        assertThat(document(run("{find: 'c', $db: 'd'}"))).isEqualTo(BsonDocument.parse("{ok: 1.0}"));
        assertThat(seen).hasSize(1);
    }

    @Test
    void runsAnUnacknowledgedCommandWithoutAnswer() {
        peer.loggedIn();
        byte[] body = Bytes.message(2, Bytes.body(Bytes.bson("{insert: 'c', $db: 'd'}")));
        assertThat(runner.run(peer, new Frame(1, OpCode.MSG, body, 0)).bytes()).isEmpty();
        assertThat(seen).hasSize(1);
    }

    @Test
    void refusesCommandsOnceItCloses() {
        peer.loggedIn();
        runner.close();
        assertThat(document(run("{find: 'c', $db: 'd'}")).getInt32("code").getValue())
                .isEqualTo(91);
    }

    @Test
    void tellsTheBackendOfClientsThatLeftAndNotOfStrangers() {
        runner.left(peer);
        assertThat(left).isEmpty();
        peer.loggedIn();
        runner.left(peer);
        assertThat(left).containsExactly(peer.channel());
    }

    private Answer run(String command) {
        return runner.run(peer, new Frame(1, OpCode.MSG, Bytes.message(0, Bytes.body(Bytes.bson(command))), 0));
    }

    private static BsonDocument document(Answer answer) {
        return Bytes.document(answer.bytes(), 21);
    }
}
