package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server with the real driver on the other side. */
class WireServerTest {

    private final MemoryBackend backend = new MemoryBackend();
    private WireServer server = open(WireSettings.defaults());

    @AfterEach
    void close() {
        server.close();
        backend.close();
    }

    @Test
    void letsTheDriverWorkThatKnowsTheSecret() {
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("d").getCollection("things");
            things.insertMany(IntStream.range(0, 2500)
                    .mapToObj(i -> new Document("_id", i).append("t", "ä".repeat(50)))
                    .collect(Collectors.toList()));
            assertThat(things.countDocuments()).isEqualTo(2500);
            assertThat(things.find().batchSize(100).into(new ArrayList<>())).hasSize(2500);
        }
    }

    @Test
    void takesOneRoundTripLessWhenTheLoginComesInsideHello() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            String hello = "{hello: 1, saslSupportedMechs: 'admin.bindery', $db: 'admin', speculativeAuthenticate: {"
                    + "saslStart: 1, mechanism: 'SCRAM-SHA-256', db: 'admin', options: {skipEmptyExchange: true},"
                    + "payload: {$binary: {subType: '00', base64: '"
                    + Bytes.base64("n,,n=bindery,r=abc".getBytes(StandardCharsets.UTF_8))
                    + "'}}}}";
            var answer = client.command(hello.replace("hello: 1", "ismaster: 1"));
            assertThat(answer.getArray("saslSupportedMechs")).hasSize(1);
            assertThat(RawClient.text(answer.getDocument("speculativeAuthenticate")))
                    .startsWith("r=abc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://HOST/?directConnection=true",
                "mongodb://bindery:wrong@HOST/?authSource=admin&directConnection=true",
                "mongodb://bindery:wrong@HOST/?authSource=admin&authMechanism=SCRAM-SHA-256&directConnection=true",
                "mongodb://root:SECRET@HOST/?authSource=admin&directConnection=true",
                "mongodb://bindery:SECRET@HOST/?authSource=other&directConnection=true",
                "mongodb://bindery:SECRET@HOST/?authSource=admin&authMechanism=SCRAM-SHA-1&directConnection=true",
                "mongodb://bindery:SECRET@HOST/?authSource=admin&authMechanism=PLAIN&directConnection=true",
            })
    void refusesEveryOtherLogin(String url) {
        String filled = url.replace("HOST", "127.0.0.1:" + server.port())
                .replace("SECRET", server.secret().reveal());
        try (MongoClient client = MongoClients.create(filled + "&serverSelectionTimeoutMS=5000")) {
            assertThatThrownBy(() -> client.getDatabase("d").getCollection("c").countDocuments())
                    .isInstanceOfAny(MongoSecurityException.class, MongoCommandException.class);
        }
    }

    @Test
    void keepsTheDriversMonitorThatNeverLogsIn() throws Exception {
        server.close();
        WireTimes quick = WireTimes.defaults().withAuthentication(Duration.ofMillis(100));
        server = open(new WireSettings(WireLimits.defaults(), quick));
        try (RawClient monitor = new RawClient(server.port());
                RawClient silent = new RawClient(server.port())) {
            monitor.command("{ismaster: 1, $db: 'admin'}");
            assertThat(silent.closedByServer()).isTrue();
            assertThat(monitor.command("{ismaster: 1, $db: 'admin'}")
                            .getBoolean("ismaster")
                            .getValue())
                    .isTrue();
        }
    }

    @Test
    void neverClosesARealDriversMonitorSoItsPoolStaysFilled() throws Exception {
        server.close();
        WireTimes quick = WireTimes.defaults().withAuthentication(Duration.ofMillis(200));
        server = open(new WireSettings(WireLimits.defaults(), quick));
        CountDownLatch heartbeats = new CountDownLatch(5);
        AtomicInteger failures = new AtomicInteger();
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.connectionString()))
                .applyToServerSettings(driver -> driver.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .addServerMonitorListener(new ServerMonitorListener() {
                            @Override
                            public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent event) {
                                heartbeats.countDown();
                            }

                            @Override
                            public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
                                failures.incrementAndGet();
                            }
                        }))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            client.getDatabase("d").getCollection("c").insertOne(new Document());
            assertThat(heartbeats.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).hasValue(0);
        }
    }

    @Test
    void refusesAClientTooManyInPlainWords() throws Exception {
        server.close();
        server = open(new WireSettings(WireLimits.defaults().withConnections(2), WireTimes.defaults()));
        try (RawClient first = new RawClient(server.port()).loggedIn(server.secret());
                RawClient second = new RawClient(server.port()).loggedIn(server.secret());
                RawClient third = new RawClient(server.port())) {
            assertThat(third.login(WireServer.USER, server.secret().reveal())
                            .getString("errmsg")
                            .getValue())
                    .contains("at most 2 clients");
            assertThat(first.command("{ping: 1, $db: 'd'}").getDouble("ok").getValue())
                    .isEqualTo(1.0);
            assertThat(second.command("{ping: 1, $db: 'd'}").getDouble("ok").getValue())
                    .isEqualTo(1.0);
        }
    }

    @Test
    void serves64DriverThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.connectionString()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(64))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoCollection<Document> things = client.getDatabase("d").getCollection("things");
            List<Callable<Boolean>> work = IntStream.range(0, 640)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> things.insertOne(new Document("_id", i)).wasAcknowledged())
                    .collect(Collectors.toList());
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(things.countDocuments()).isEqualTo(640);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endsItsThreadsAndItsPortWhenItCloses() throws Exception {
        int port = server.port();
        try (MongoClient client = MongoClients.create(server.connectionString() + "&serverSelectionTimeoutMS=500")) {
            client.getDatabase("d").getCollection("c").insertOne(new Document());
            Set<Thread> ours = threads();
            assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
            server.close();
            for (Thread thread : ours) {
                thread.join(5000);
            }
            assertThat(ours).noneMatch(Thread::isAlive);
            assertThatThrownBy(() -> client.getDatabase("d").getCollection("c").countDocuments())
                    .isInstanceOf(MongoException.class);
        }
        assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void isBoundToLoopbackOnly() throws Exception {
        for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, server.port())).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private WireServer open(WireSettings settings) {
        try {
            return WireServer.bind(backend, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("bindery-store-"))
                .collect(Collectors.toSet());
    }
}
