package org.bindery.store.embedded.internal.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a SCRAM-SHA-256 server keeps of a password (RFC 7677): it can check a proof and prove itself, but not log in.
 * Checking a login costs three hashes, so wrong passwords in a loop cost next to nothing.
 */
final class ScramCredential {

    /**
     * The least RFC 7677 allows. Iterations slow down guessing of weak passwords; ours has 256 random bits, and 15,000
     * iterations on both sides would add about 40 ms to every start.
     */
    static final int ITERATIONS = 4096;

    private static final int SALT_BYTES = 28;
    private static final int KEY_BITS = 256;

    private final String user;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private ScramCredential(String user, byte[] salt, byte[] saltedPassword) {
        this.user = user;
        this.salt = salt;
        this.storedKey = sha256(hmac(saltedPassword, "Client Key"));
        this.serverKey = hmac(saltedPassword, "Server Key");
    }

    static ScramCredential of(String user, Secret secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return of(user, secret.reveal(), salt);
    }

    static ScramCredential of(String user, String password, byte[] salt) {
        return new ScramCredential(user, salt, saltedPassword(password, salt));
    }

    String user() {
        return user;
    }

    byte[] salt() {
        return salt.clone();
    }

    /** Whether this proof was made with the password; compared in constant time. */
    boolean accepts(byte[] proof, String authMessage) {
        byte[] signature = hmac(storedKey, authMessage);
        if (proof.length != signature.length) {
            return false;
        }
        byte[] clientKey = new byte[proof.length];
        for (int i = 0; i < proof.length; i++) {
            clientKey[i] = (byte) (proof[i] ^ signature[i]);
        }
        return MessageDigest.isEqual(storedKey, sha256(clientKey));
    }

    /** What proves to the client that this server knows the password too. */
    byte[] serverSignature(String authMessage) {
        return hmac(serverKey, authMessage);
    }

    private static byte[] saltedPassword(String password, byte[] salt) {
        try {
            PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("this Java lacks SHA-256, HMAC or PBKDF2, which every Java must have", cause);
    }
}
