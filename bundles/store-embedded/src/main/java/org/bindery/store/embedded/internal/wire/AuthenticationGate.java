package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs clients in by SCRAM-SHA-256, in commands of their own or ahead of time inside hello. */
final class AuthenticationGate {

    private static final Logger log = LoggerFactory.getLogger(AuthenticationGate.class);

    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final String SOURCE = "admin";
    private static final Set<String> COMMANDS = Set.of("saslStart", "saslContinue");
    private static final int CONVERSATION = 1;
    private static final int NONCE_BYTES = 24;

    private final ScramCredential credential;
    private final SecureRandom random;
    private final LoginPenalty penalty;
    private final ConnectionRegister register;
    private final WireLimits limits;

    AuthenticationGate(
            ScramCredential credential,
            SecureRandom random,
            LoginPenalty penalty,
            ConnectionRegister register,
            WireLimits limits) {
        this.credential = credential;
        this.random = random;
        this.penalty = penalty;
        this.register = register;
        this.limits = limits;
    }

    /** Whether this command belongs to a login. */
    boolean takes(String command) {
        return COMMANDS.contains(command);
    }

    /** Takes one step of a login. A failed one is answered late and ends the connection. */
    Reply step(Peer peer, Document command) {
        try {
            boolean starts = command.containsKey("saslStart");
            return Reply.of(starts ? start(peer, command, command.get("$db")) : proceed(peer, command));
        } catch (LoginRefusedException e) {
            return refused(peer, e);
        }
    }

    /** Adds to the answer of hello what the client asked about logging in. */
    void addTo(Document answer, Peer peer, Document hello) {
        if (hello.containsKey("saslSupportedMechs")) {
            answer.put("saslSupportedMechs", List.of(MECHANISM));
        }
        if (hello.get("speculativeAuthenticate") instanceof Document attempt && !peer.authenticated()) {
            try {
                answer.put("speculativeAuthenticate", start(peer, attempt, attempt.get("db")));
            } catch (LoginRefusedException | MongoServerException e) {
                // Left out of the answer, the client logs in the long way and is refused there.
                log.debug("no login inside hello: {}", e.getMessage());
            }
        }
    }

    private Document start(Peer peer, Document command, Object source) {
        if (peer.authenticated()) {
            throw new LoginRefusedException("second login on one connection");
        }
        if (!MECHANISM.equals(command.get("mechanism"))) {
            throw WireErrors.mechanismUnavailable();
        }
        if (!SOURCE.equals(source)) {
            throw new LoginRefusedException("login against a database other than admin");
        }
        ScramConversation conversation = new ScramConversation(credential, nonce());
        Document challenge = answer(conversation.challenge(payload(command)), false);
        peer.begin(conversation, skipsEmptyExchange(command));
        return challenge;
    }

    private Document proceed(Peer peer, Document command) {
        if (peer.takeEmptyExchange()) {
            return answer("", true);
        }
        ScramConversation conversation =
                peer.takeLogin().orElseThrow(() -> new LoginRefusedException("proof without a login"));
        String proof = conversation.verify(payload(command));
        if (!register.loggedIn(peer.channel())) {
            throw WireErrors.tooManyClients(limits.connections());
        }
        peer.loggedIn();
        return answer(proof, !peer.wantsEmptyExchange());
    }

    private Reply refused(Peer peer, LoginRefusedException reason) {
        Reply reply = new Reply(ErrorDocument.of(WireErrors.authenticationFailed()), penalty.failed(), true);
        int failures = penalty.failures();
        if (Integer.bitCount(failures) == 1) {
            // Powers of two only: an attacker must not be able to fill the log.
            log.warn(
                    "Refused a login to the embedded store from {}: {} ({} in a row)",
                    peer.channel().remoteAddress(),
                    reason.getMessage(),
                    failures);
        }
        return reply;
    }

    private static boolean skipsEmptyExchange(Document command) {
        return command.get("options") instanceof Document options
                && Boolean.TRUE.equals(options.get("skipEmptyExchange"));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String payload(Document command) {
        if (command.get("payload") instanceof BinData data) {
            return new String(data.getData(), StandardCharsets.UTF_8);
        }
        throw new LoginRefusedException("login message without payload");
    }

    private static Document answer(String payload, boolean done) {
        Document answer = new Document("conversationId", CONVERSATION);
        answer.put("done", done);
        answer.put("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)));
        answer.put("ok", 1.0);
        return answer;
    }
}
