package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a frame to the bytes of its answer: read, let in or refuse, run, report. Runs on a command thread. */
final class CommandRunner {

    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);

    private final MongoBackend backend;
    private final AuthenticationGate gate;
    private final ConnectionRegister register;
    private final WireLimits limits;
    private final ReplyWriter writer = new ReplyWriter();
    private volatile boolean closing;

    CommandRunner(MongoBackend backend, AuthenticationGate gate, ConnectionRegister register, WireLimits limits) {
        this.backend = backend;
        this.gate = gate;
        this.register = register;
        this.limits = limits;
    }

    /** From now on commands are refused. */
    void close() {
        closing = true;
    }

    Answer run(Peer peer, Frame frame) {
        Request request;
        try {
            request = RequestReader.read(frame, limits.depth());
        } catch (UnreadableRequestException e) {
            boolean last = !e.connectionUsable() || !peer.authenticated();
            return encode(frame, e.form(), new Reply(ErrorDocument.of(e.error()), Duration.ZERO, last));
        }
        Reply reply = reply(peer, frame, request);
        if (!request.answered()) {
            return new Answer(new byte[0], reply.delay(), reply.last());
        }
        return encode(frame, request.form(), reply);
    }

    /** The client is gone: what it left open in the backend is given up. */
    void left(Peer peer) {
        if (peer.authenticated()) {
            try {
                backend.handleClose(peer.channel());
            } catch (RuntimeException e) {
                log.error("Could not clean up after a client that left", e);
            }
        }
    }

    private Reply reply(Peer peer, Frame frame, Request request) {
        try {
            return command(peer, frame, request);
        } catch (MongoServerException e) {
            log.debug("Command {} refused: {}", request.command(), e.getMessage());
            return Reply.of(ErrorDocument.of(e, request.document()));
        } catch (RuntimeException | StackOverflowError e) {
            log.error("Command {} failed inside the embedded store", request.command(), e);
            return Reply.of(ErrorDocument.internal(e));
        }
    }

    private Reply command(Peer peer, Frame frame, Request request) {
        if (closing) {
            throw WireErrors.shuttingDown();
        }
        if (request.isHello()) {
            return Reply.of(hello(peer, frame, request));
        }
        if (gate.takes(request.command())) {
            return gate.step(peer, request.document());
        }
        if (!peer.authenticated()) {
            return Reply.last(ErrorDocument.of(WireErrors.unauthorized(request.command())));
        }
        return Reply.of(pass(peer, frame, request.document()));
    }

    /** The backend sees only that it was asked: whatever else a stranger put into hello stays out here. */
    private Document hello(Peer peer, Frame frame, Request request) {
        Document asked = new Document(request.command(), 1);
        if (Boolean.TRUE.equals(request.document().get("helloOk"))) {
            asked.put("helloOk", true);
        }
        asked.put("$db", "admin");
        Document answer = pass(peer, frame, asked);
        peer.saidHello(System.nanoTime());
        register.saidHello(peer.channel());
        gate.addTo(answer, peer, request.document());
        return answer;
    }

    private Document pass(Peer peer, Frame frame, Document command) {
        Document answer = backend.handleMessage(
                new MongoMessage(peer.channel(), new MessageHeader(frame.requestId(), 0), command));
        if (answer == null) {
            throw WireErrors.internal("the backend gave no answer");
        }
        return answer;
    }

    private Answer encode(Frame frame, ReplyForm form, Reply reply) {
        byte[] bytes;
        try {
            bytes = writer.write(frame.requestId(), form, reply.document());
        } catch (RuntimeException e) {
            log.error("Could not write the answer to a command", e);
            bytes = writer.write(frame.requestId(), form, ErrorDocument.internal(e));
        }
        if (bytes.length > limits.messageBytes()) {
            bytes = writer.write(frame.requestId(), form, ErrorDocument.of(WireErrors.replyTooLarge(bytes.length)));
        }
        return new Answer(bytes, reply.delay(), reply.last());
    }
}
