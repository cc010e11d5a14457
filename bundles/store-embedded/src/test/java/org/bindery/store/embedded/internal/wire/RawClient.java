package org.bindery.store.embedded.internal.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** A client without a driver: sends what it is told, so also what no driver would send. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private int requests;

    RawClient(int port) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    }

    Socket socket() {
        return socket;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendCommand(byte[] bson) throws IOException {
        send(Bytes.frame(++requests, OpCode.MSG, Bytes.message(0, Bytes.body(bson))));
    }

    BsonDocument command(String json) throws IOException {
        sendCommand(Bytes.bson(json));
        return reply();
    }

    BsonDocument reply() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = Integer.reverseBytes(in.readInt());
        byte[] rest = new byte[length - 4];
        in.readFully(rest);
        boolean message = LittleEndian.int32(rest, 8) == OpCode.MSG;
        return Bytes.document(rest, message ? 17 : 32);
    }

    /** Waits until the server ends this connection. */
    boolean closedByServer() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    /** Logs in, step by step and with the empty message at the end, which drivers leave out. */
    BsonDocument login(String user, String password) throws IOException, GeneralSecurityException {
        String first = "n=" + user + ",r=clientnonce";
        BsonDocument challenge = command(sasl("saslStart: 1, mechanism: 'SCRAM-SHA-256'", "n,," + first));
        if (!challenge.containsKey("payload")) {
            return challenge;
        }
        String serverFirst = text(challenge);
        String[] parts = serverFirst.split(",", -1);
        String withoutProof = "c=biws," + parts[0];
        byte[] proof = proof(
                password,
                Base64.getDecoder().decode(parts[1].substring(2)),
                Integer.parseInt(parts[2].substring(2)),
                first + "," + serverFirst + "," + withoutProof);
        BsonDocument proven =
                command(sasl("saslContinue: 1, conversationId: 1", withoutProof + ",p=" + Bytes.base64(proof)));
        return proven.containsKey("payload") ? command(sasl("saslContinue: 1, conversationId: 1", "")) : proven;
    }

    RawClient loggedIn(Secret secret) throws IOException, GeneralSecurityException {
        BsonDocument answer = login(WireServer.USER, secret.reveal());
        if (!answer.containsKey("done")) {
            throw new IOException("login failed: " + answer);
        }
        return this;
    }

    /** Ends the connection the way a killed process does. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static String sasl(String fields, String payload) {
        BsonDocument command = BsonDocument.parse("{" + fields + "}");
        command.append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)));
        command.append("$db", new BsonString("admin"));
        command.append("autoAuthorize", new BsonInt32(1));
        return command.toJson();
    }

    static String text(BsonDocument answer) {
        return new String(answer.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }

    private static byte[] proof(String password, byte[] salt, int iterations, String message)
            throws GeneralSecurityException {
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), message);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        return proof;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
