package org.bindery.store.embedded.internal.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: frames in, one command at a time on a command thread, answers out in the same order. All
 * fields belong to the connection's event loop. The next command starts when the answer before it has left, so a
 * client that does not read is not worked for.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a close or a timer; writes have their listener
final class Connection extends ChannelInboundHandlerAdapter implements FrameReader.Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final WireParts parts;
    private final Peer peer;
    private final Channel channel;
    private final FrameReader reader;
    private final ReadValve valve;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private final Deque<ByteBuf> unread = new ArrayDeque<>();
    private ScheduledFuture<?> messageDeadline;
    private boolean busy;
    private boolean gone;
    private boolean refused;
    private boolean draining;

    Connection(WireParts parts, Channel channel) {
        this.parts = parts;
        this.channel = channel;
        this.peer = new Peer(channel);
        WireLimits limits = parts.settings().limits();
        this.reader = new FrameReader(
                this,
                () -> peer.authenticated() ? limits.messageBytes() : limits.unauthenticatedBytes(),
                limits.unauthenticatedBytes(),
                this::arrived);
        this.valve = new ReadValve(channel, this::drain);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        parts.register().arrived(channel).ifPresent(Channel::close);
        checkLoginAfter(parts.settings().times().authentication());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        unread.add((ByteBuf) message);
        drain();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone = true;
        parts.register().left(channel);
        cancelMessageDeadline();
        unread.forEach(ByteBuf::release);
        unread.clear();
        parts.budget().release(reader.budgeted());
        waiting.forEach(frame -> parts.budget().release(frame.budgeted()));
        waiting.clear();
        if (!busy) {
            leave();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("Connection {} ends: {}", channel, cause.toString());
        channel.close();
    }

    @Override
    public boolean mayRead() {
        return valve.open() && !gone && !refused;
    }

    @Override
    public void needsMemory(int bytes) {
        valve.stop(ReadValve.Reason.MEMORY);
        parts.budget().acquire(bytes, () -> onLoop(() -> granted(bytes)));
    }

    @Override
    public void garbage(String reason) {
        log.debug("Closing {}: {}", channel, reason);
        refused = true;
        channel.close();
    }

    private void granted(int bytes) {
        if (gone) {
            parts.budget().release(bytes);
            return;
        }
        reader.granted(bytes);
        cancelMessageDeadline();
        valve.resume(ReadValve.Reason.MEMORY);
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        while (!unread.isEmpty() && mayRead()) {
            ByteBuf first = unread.peek();
            reader.read(first);
            if (!gone && !first.isReadable()) {
                unread.remove().release();
            }
        }
        draining = false;
        watchMessage();
    }

    private void arrived(Frame frame) {
        cancelMessageDeadline();
        waiting.add(frame);
        if (waiting.size() >= parts.settings().limits().queuedCommands()) {
            valve.stop(ReadValve.Reason.QUEUE);
        }
        runNext();
    }

    private void runNext() {
        if (busy || gone || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Frame frame = waiting.remove();
        try {
            parts.commands().execute(() -> run(frame));
        } catch (RejectedExecutionException e) {
            log.debug("No thread for a command of {}", channel);
            parts.budget().release(frame.budgeted());
            busy = false;
            channel.close();
        }
    }

    /** On a command thread. An error that nobody may catch still ends the connection instead of leaving it mute. */
    private void run(Frame frame) {
        Answer answer = null;
        try {
            answer = parts.runner().run(peer, frame);
        } finally {
            Answer result = answer;
            onLoop(() -> answered(frame, result));
        }
    }

    private void answered(Frame frame, Answer answer) {
        parts.budget().release(frame.budgeted());
        if (gone || answer == null) {
            busy = false;
            channel.close();
            if (gone) {
                leave();
            }
        } else if (answer.delay().isZero()) {
            send(answer);
        } else {
            later(answer.delay(), () -> send(answer));
        }
    }

    private void send(Answer answer) {
        if (answer.bytes().length == 0) {
            sent(channel.newSucceededFuture(), answer);
            return;
        }
        ChannelFuture write = channel.writeAndFlush(Unpooled.wrappedBuffer(answer.bytes()));
        if (!write.isDone()) {
            ScheduledFuture<?> deadline = later(parts.settings().times().write(), channel::close);
            write.addListener(done -> deadline.cancel(false));
        }
        write.addListener(done -> sent(write, answer));
    }

    private void sent(ChannelFuture write, Answer answer) {
        busy = false;
        if (gone) {
            leave();
            return;
        }
        if (answer.last() || !write.isSuccess()) {
            channel.close();
            return;
        }
        runNext();
        if (waiting.size() < parts.settings().limits().queuedCommands()) {
            valve.resume(ReadValve.Reason.QUEUE);
        }
    }

    private void leave() {
        Runnable left = () -> parts.runner().left(peer);
        try {
            parts.commands().execute(left);
        } catch (RejectedExecutionException e) {
            left.run();
        }
    }

    private void checkLoginAfter(Duration wait) {
        later(wait, () -> {
            if (!peer.authenticated() && !gone) {
                checkLogin();
            }
        });
    }

    private void checkLogin() {
        Duration silence = Duration.ofNanos(System.nanoTime() - peer.lastHello());
        Duration left = parts.settings().times().monitor().minus(silence);
        if (peer.greeted() && !left.isNegative() && parts.register().becameMonitor(channel)) {
            checkLoginAfter(left.plusMillis(1));
        } else {
            log.debug("Closing {}: not logged in in time", channel);
            channel.close();
        }
    }

    private void watchMessage() {
        if (messageDeadline == null && !gone && reader.unfinished()) {
            messageDeadline = later(parts.settings().times().message(), this::messageOverdue);
        }
    }

    /** Only the client's own slowness counts, not the time in which it was not read. */
    private void messageOverdue() {
        messageDeadline = null;
        if (valve.open()) {
            garbage("its message never ended");
        } else {
            watchMessage();
        }
    }

    private void cancelMessageDeadline() {
        if (messageDeadline != null) {
            messageDeadline.cancel(false);
            messageDeadline = null;
        }
    }

    private ScheduledFuture<?> later(Duration wait, Runnable task) {
        return channel.eventLoop().schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("{} ended before its command", channel);
        }
    }
}
