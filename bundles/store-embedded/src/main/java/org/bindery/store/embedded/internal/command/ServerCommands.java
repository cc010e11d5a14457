package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What drivers ask a server about itself: it is the primary of a replica set with one member. */
public final class ServerCommands {

    /** The wire version of MongoDB 5.0; drivers raise their minimum from time to time, so it is not the lowest. */
    public static final int WIRE_VERSION = 13;

    private static final String VERSION = "5.0.0";
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final int LARGEST_MESSAGE = 48_000_000;
    private static final int LARGEST_BATCH = 100_000;
    private static final int SESSION_MINUTES = 30;

    private final Map<String, PlainCommand> commands = new TreeMap<>();
    private final String setName;

    public ServerCommands(String setName) {
        this.setName = setName;
        commands.put("hello", this::hello);
        commands.put("ismaster", this::hello);
        commands.put("ping", request -> Reply.ok());
        commands.put("buildinfo", request -> buildInfo());
        commands.put("whatsmyuri", request -> Reply.ok(new Document("you", address(remote(request)))));
        commands.put("getlog", request -> Reply.ok(new Document("totalLinesWritten", 0).append("log", List.of())));
        commands.put("connectionstatus", request -> connectionStatus());
        commands.put("serverstatus", request -> serverStatus());
        commands.put("replsetgetstatus", this::replicaSetStatus);
    }

    /** The command with this name, or null. */
    public PlainCommand find(String name) {
        return commands.get(name.toLowerCase(Locale.ROOT));
    }

    private Document hello(Request request) {
        String me = address(local(request));
        Document reply = new Document("helloOk", true)
                .append(request.name().equalsIgnoreCase("hello") ? "isWritablePrimary" : "ismaster", true)
                .append("secondary", false)
                .append("setName", setName)
                .append("setVersion", 1)
                .append("hosts", List.of(me))
                .append("me", me)
                .append("primary", me)
                .append("logicalSessionTimeoutMinutes", SESSION_MINUTES)
                .append("maxBsonObjectSize", LARGEST_DOCUMENT)
                .append("maxMessageSizeBytes", LARGEST_MESSAGE)
                .append("maxWriteBatchSize", LARGEST_BATCH)
                .append("localTime", Instant.now())
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false);
        return Reply.ok(reply);
    }

    private static Document buildInfo() {
        return Reply.ok(new Document("version", VERSION)
                .append("versionArray", List.of(5, 0, 0, 0))
                .append("storageEngines", List.of("bindery-embedded"))
                .append("maxBsonObjectSize", LARGEST_DOCUMENT));
    }

    private static Document connectionStatus() {
        Document none = new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of());
        return Reply.ok(new Document("authInfo", none));
    }

    private static Document serverStatus() {
        return Reply.ok(new Document("version", VERSION)
                .append("process", "java")
                .append("pid", ProcessHandle.current().pid())
                .append("localTime", Instant.now()));
    }

    private Document replicaSetStatus(Request request) {
        Document member = new Document("_id", 0)
                .append("name", address(local(request)))
                .append("health", 1.0)
                .append("state", 1)
                .append("stateStr", "PRIMARY")
                .append("self", true);
        return Reply.ok(new Document("set", setName)
                .append("date", Instant.now())
                .append("myState", 1)
                .append("members", List.of(member)));
    }

    private static Object local(Request request) {
        Channel channel = request.channel();
        return channel == null ? null : channel.localAddress();
    }

    private static Object remote(Request request) {
        Channel channel = request.channel();
        return channel == null ? null : channel.remoteAddress();
    }

    private static String address(Object address) {
        return address instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress() + ":" + inet.getPort()
                : "localhost:0";
    }
}
