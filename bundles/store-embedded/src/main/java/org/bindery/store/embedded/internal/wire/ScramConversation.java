package org.bindery.store.embedded.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** One login by SCRAM-SHA-256: first message, challenge, proof, counter-proof, in this order and once. */
final class ScramConversation {

    private final ScramCredential credential;
    private final String serverNonce;
    private String gs2Header;
    private String clientFirstBare;
    private String serverFirst;
    private String nonce;
    private boolean ended;

    ScramConversation(ScramCredential credential, String serverNonce) {
        this.credential = credential;
        this.serverNonce = serverNonce;
    }

    /** Answers "n,,n=user,r=nonce" with nonce, salt and iteration count. */
    String challenge(String clientFirst) {
        gs2Header = gs2Header(clientFirst);
        clientFirstBare = clientFirst.substring(gs2Header.length());
        Map<Character, String> parts = parts(clientFirstBare);
        if (!credential.user().equals(parts.get('n'))) {
            throw new LoginRefusedException("unknown user");
        }
        String clientNonce = parts.getOrDefault('r', "");
        if (clientNonce.isEmpty()) {
            throw new LoginRefusedException("first message without nonce");
        }
        nonce = clientNonce + serverNonce;
        serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(credential.salt()) + ",i="
                + ScramCredential.ITERATIONS;
        return serverFirst;
    }

    /** Checks "c=...,r=nonce,p=proof" and answers with the server's own proof. */
    String verify(String clientFinal) {
        int proofStart = clientFinal.lastIndexOf(",p=");
        if (ended || serverFirst == null || proofStart < 0) {
            throw new LoginRefusedException("proof out of turn");
        }
        ended = true;
        String withoutProof = clientFinal.substring(0, proofStart);
        Map<Character, String> parts = parts(withoutProof);
        if (!nonce.equals(parts.get('r')) || !channelBinding().equals(parts.get('c'))) {
            throw new LoginRefusedException("proof for another conversation");
        }
        String authMessage = clientFirstBare + "," + serverFirst + "," + withoutProof;
        if (!credential.accepts(decode(clientFinal.substring(proofStart + 3)), authMessage)) {
            throw new LoginRefusedException("wrong password");
        }
        return "v=" + Base64.getEncoder().encodeToString(credential.serverSignature(authMessage));
    }

    /** Loopback without TLS has no channel to bind to, and nobody may act for another user. */
    private static String gs2Header(String clientFirst) {
        if (clientFirst.startsWith("n,,") || clientFirst.startsWith("y,,")) {
            return clientFirst.substring(0, 3);
        }
        throw new LoginRefusedException("channel binding or another identity asked for");
    }

    private String channelBinding() {
        return Base64.getEncoder().encodeToString(gs2Header.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Character, String> parts(String message) {
        Map<Character, String> parts = new HashMap<>();
        for (String part : message.split(",", -1)) {
            if (part.length() < 2 || part.charAt(1) != '=' || parts.put(part.charAt(0), part.substring(2)) != null) {
                throw new LoginRefusedException("malformed message");
            }
        }
        return parts;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new LoginRefusedException("proof is not Base64");
        }
    }
}
