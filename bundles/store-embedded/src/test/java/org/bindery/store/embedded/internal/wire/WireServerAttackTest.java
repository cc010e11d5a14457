package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What strangers, broken clients and floods do to the port while a good client works. Tests {@link WireServer},
 * {@link Connection} and {@link WireParts}.
 */
class WireServerAttackTest {

    private static final WireTimes TIMES = new WireTimes(
            Duration.ofMillis(500),
            Duration.ofSeconds(35),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    private final BlockingQueue<Channel> left = new LinkedBlockingQueue<>();
    private final CountDownLatch waitCommandRuns = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final MemoryBackend backend = new MemoryBackend() {
        @Override
        public de.bwaldvogel.mongo.bson.Document handleMessage(MongoMessage message) {
            return switch (message.getDocument().keySet().iterator().next()) {
                case "wait" -> waitForRelease();
                case "fail" -> throw new IllegalStateException("deliberate");
                case "overflow" -> throw new StackOverflowError("deliberate");
                case "nothing" -> null;
                case "odd" -> new de.bwaldvogel.mongo.bson.Document("odd", new Object());
                case "huge" -> new de.bwaldvogel.mongo.bson.Document("s", "x".repeat(49_000_000));
                default -> super.handleMessage(message);
            };
        }

        @Override
        public void handleClose(Channel channel) {
            left.add(channel);
        }
    };
    private WireServer server;
    private MongoClient good;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() throws Exception {
        server = WireServer.bind(backend, new WireSettings(WireLimits.defaults(), TIMES));
        good = MongoClients.create(server.connectionString());
        things = good.getDatabase("d").getCollection("things");
        things.insertOne(new Document("_id", 1));
    }

    @AfterEach
    void close() {
        release.countDown();
        good.close();
        server.close();
        backend.close();
    }

    @Test
    void aThousandSilentConnectionsKeepNobodyOutAndAreClosed() throws Exception {
        List<RawClient> flood = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            flood.add(new RawClient(server.port()));
            if (i % 100 == 0) {
                goodClientStillWorks();
            }
        }
        assertThat(server.connections()).isLessThan(150);
        try (MongoClient late = MongoClients.create(server.connectionString())) {
            assertThat(late.getDatabase("d").getCollection("things").countDocuments())
                    .isEqualTo(1);
        }
        for (RawClient client : flood) {
            assertThat(client.closedByServer()).isTrue();
            client.close();
        }
        goodClientStillWorks();
    }

    @Test
    void wrongPasswordsInALoopAreSlowedDownAndDoNotLockTheGoodClientOut() throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            try (RawClient attacker = new RawClient(server.port())) {
                BsonDocument answer = attacker.login(WireServer.USER, "wrong" + i);
                assertThat(answer.getInt32("code").getValue()).isEqualTo(WireErrors.AUTHENTICATION_FAILED);
                assertThat(attacker.closedByServer()).isTrue();
            }
        }
        // Ten failures are held back 20, 40, 80 and seven times 100 ms.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(840));
        try (MongoClient late = MongoClients.create(server.connectionString())) {
            assertThat(late.getDatabase("d").getCollection("things").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void garbageIsClosed() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(2000)];
            random.nextBytes(noise);
            try (RawClient client = new RawClient(server.port())) {
                sendAsFarAsItGoes(client, noise);
                assertThat(client.closedByServer()).as("seed %d", seed).isTrue();
            }
        }
        try (RawClient browser = new RawClient(server.port())) {
            browser.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(browser.closedByServer()).isTrue();
        }
        goodClientStillWorks();
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 2002, 2005, 2006, 2007, 2012})
    void oldOpcodesAndCompressionAreRefused(int opCode) throws Exception {
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            client.send(Bytes.frame(9, opCode, new byte[40]));
            assertThat(client.reply().getString("errmsg").getValue()).contains("opcode " + opCode);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ping: 1, $db: 'admin'}",
                "{find: 'things', $db: 'd'}",
                "{Find: 'things', $db: 'd'}",
                "{buildInfo: 1, $db: 'admin'}",
                "{getMore: 1, $db: 'd', hello: 1}",
                "{insert: 'things', documents: [{}], $db: 'd'}",
                "{saslContinue: 1, conversationId: 1, payload: '', $db: 'admin'}",
                "{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: 'n,,n=bindery,r=a', $db: 'admin'}",
            })
    void withoutLoginOnlyHelloIsAnswered(String command) throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            assertThat(client.command(command).getInt32("code").getValue())
                    .isIn(WireErrors.UNAUTHORIZED, WireErrors.AUTHENTICATION_FAILED);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void theOldQueryFormIsNoWayRound() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send(Bytes.frame(1, OpCode.QUERY, Bytes.query("d.things", Bytes.bson("{}"))));
            assertThat(client.reply().getInt32("code").getValue()).isEqualTo(352);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void aLongMessageBeforeLoginIsCutOff() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            sendAsFarAsItGoes(client, Bytes.frame(1, OpCode.MSG, new byte[20_000]));
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void tooLongAMessageAfterLoginIsCutOff() throws Exception {
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            client.send(Bytes.join(Bytes.number(48_000_001), new byte[12]));
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void aMessageThatTricklesInIsCutOff() throws Exception {
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            client.send(Bytes.join(Bytes.number(1000), new byte[12], new byte[20]));
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void largeMessagesWaitForMemoryAndAllArrive() throws Exception {
        byte[] large = Bytes.bson(
                new BsonDocument("ping", new BsonString("x".repeat(15_000_000))).append("$db", new BsonString("d")));
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(new RawClient(server.port()).loggedIn(server.secret()));
        }
        for (RawClient client : clients) {
            Thread sender = new Thread(() -> sendAsFarAsItGoes(client, framed(large)));
            sender.setDaemon(true);
            sender.start();
        }
        for (RawClient client : clients) {
            assertThat(client.reply().getDouble("ok").getValue()).isEqualTo(1.0);
            client.close();
        }
    }

    @Test
    void tenThousandLevelsOfNestingAreAnErrorAndTheConnectionLives() throws Exception {
        byte[] nested = Bytes.nested(10_000);
        byte[] insert = Bytes.bson("{insert: 'c', $db: 'd'}");
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            client.send(Bytes.frame(
                    1, OpCode.MSG, Bytes.message(0, Bytes.body(insert), Bytes.sequence("documents", nested))));
            assertThat(client.reply().getInt32("code").getValue()).isEqualTo(WireErrors.INVALID_BSON);
            assertThat(client.command("{ping: 1, $db: 'd'}").getDouble("ok").getValue())
                    .isEqualTo(1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "overflow", "nothing", "odd", "huge"})
    void aBackendThatFailsIsReportedAndNothingHangs(String command) throws Exception {
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            BsonDocument answer = client.command("{" + command + ": 1, $db: 'd'}");
            assertThat(answer.getDouble("ok").getValue()).isZero();
            assertThat(answer.getString("errmsg").getValue()).isNotBlank().doesNotContain("deliberate");
            assertThat(client.command("{ping: 1, $db: 'd'}").getDouble("ok").getValue())
                    .isEqualTo(1.0);
        }
    }

    @Test
    void answersPipelinedCommandsInOrderHoweverManyThereAre() throws Exception {
        try (RawClient client = new RawClient(server.port()).loggedIn(server.secret())) {
            Thread sender = new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    sendAsFarAsItGoes(
                            client, framed(Bytes.bson("{find: 'things', filter: {n: " + i + "}, $db: 'd" + i + "'}")));
                }
            });
            sender.setDaemon(true);
            sender.start();
            for (int i = 0; i < 500; i++) {
                assertThat(client.reply().getDocument("cursor").getString("ns").getValue())
                        .isEqualTo("d" + i + ".things");
            }
        }
    }

    @Test
    void aClientKilledInMidCommandIsCleanedUpAfterTheCommandAndDisturbsNobody() throws Exception {
        RawClient victim = new RawClient(server.port()).loggedIn(server.secret());
        victim.sendCommand(Bytes.bson("{wait: 1, $db: 'd'}"));
        assertThat(waitCommandRuns.await(10, TimeUnit.SECONDS)).isTrue();
        victim.vanish();
        goodClientStillWorks();
        assertThat(left).isEmpty();
        release.countDown();
        assertThat(left.poll(10, TimeUnit.SECONDS)).isNotNull();
        goodClientStillWorks();
    }

    private void goodClientStillWorks() {
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    private de.bwaldvogel.mongo.bson.Document waitForRelease() {
        waitCommandRuns.countDown();
        try {
            return new de.bwaldvogel.mongo.bson.Document("ok", release.await(20, TimeUnit.SECONDS) ? 1.0 : 0.0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new de.bwaldvogel.mongo.bson.Document("ok", 0.0);
        }
    }

    private static byte[] framed(byte[] bson) {
        return Bytes.frame(1, OpCode.MSG, Bytes.message(0, Bytes.body(bson)));
    }

    /** The server may close before it has read everything. */
    private static void sendAsFarAsItGoes(RawClient client, byte[] bytes) {
        try {
            client.send(bytes);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }
}
