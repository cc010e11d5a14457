package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.MongoBackend;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The port of the embedded store: the MongoDB wire protocol on a random port of 127.0.0.1, open to who knows the
 * secret of this boot and to nobody else. Closing it leaves the backend open.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that closes late is closed by its event loop
public final class WireServer implements AutoCloseable {

    /** The only user there is. */
    public static final String USER = "bindery";

    private static final InetSocketAddress ANY_LOOPBACK_PORT = loopback();

    private final EventLoopGroup loops;
    private final CommandThreads commands;
    private final WireParts parts;
    private final Secret secret;
    private final Channel server;

    private WireServer(EventLoopGroup loops, CommandThreads commands, WireParts parts, Secret secret)
            throws IOException {
        this.loops = loops;
        this.commands = commands;
        this.parts = parts;
        this.secret = secret;
        this.server = listen();
    }

    /**
     * Opens a port for this backend.
     *
     * @throws IOException if no port can be had
     */
    public static WireServer bind(MongoBackend backend, WireSettings settings) throws IOException {
        SecureRandom random = new SecureRandom();
        Secret secret = Secret.random(random);
        WireLimits limits = settings.limits();
        ConnectionRegister register = new ConnectionRegister(limits);
        AuthenticationGate gate = new AuthenticationGate(
                ScramCredential.of(USER, secret, random),
                random,
                new LoginPenalty(settings.times(), System::nanoTime),
                register,
                limits);
        CommandRunner runner = new CommandRunner(backend, gate, register, limits);
        CommandThreads commands =
                new CommandThreads(limits.connections() + 2 * (limits.unauthenticated() + limits.monitors()));
        WireParts parts = new WireParts(settings, register, new ByteBudget(limits.inFlightBytes()), runner, commands);
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                limits.ioThreads(), new DefaultThreadFactory("bindery-store-io", true), NioIoHandler.newFactory());
        return new WireServer(loops, commands, parts, secret);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** The password of {@link #USER} until this server closes. */
    public Secret secret() {
        return secret;
    }

    /** What the driver connects with; it holds the secret, so it must not be logged or stored. */
    public String connectionString() {
        return "mongodb://" + USER + ":" + secret.reveal() + "@127.0.0.1:" + port()
                + "/?authSource=admin&authMechanism=SCRAM-SHA-256&directConnection=true&retryWrites=false";
    }

    /** Connections that are open now. */
    public int connections() {
        return parts.register().size();
    }

    /** Refuses new commands, lets running ones end within the limit, closes all connections and threads. */
    @Override
    public void close() {
        Duration limit = parts.settings().times().close();
        parts.runner().close();
        server.close().awaitUninterruptibly(limit.toMillis());
        commands.close(limit);
        parts.register().all().forEach(Channel::close);
        loops.shutdownGracefully(0, limit.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(limit.toMillis());
    }

    private Channel listen() throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new Connection(parts, channel));
                    }
                })
                .bind(ANY_LOOPBACK_PORT)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IOException("the embedded store got no port on 127.0.0.1", bound.cause());
        }
        return bound.channel();
    }

    private static InetSocketAddress loopback() {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
