package org.bindery.console.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of clients that send their password with each request, so that the slow check of the password is made once.
 * Knows the passwords by a keyed hash only.
 */
final class RememberedLogins {

    private static final String HASH = "HmacSHA256";
    private static final int MAX_LOGINS = 64;

    private final SecretKeySpec key;
    private final Map<String, String> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_LOGINS;
        }
    };

    RememberedLogins() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, HASH);
    }

    synchronized Optional<String> token(String header) {
        return Optional.ofNullable(tokens.get(hash(header)));
    }

    synchronized void remember(String header, String token) {
        tokens.put(hash(header), token);
    }

    synchronized void forget(String header) {
        tokens.remove(hash(header));
    }

    private String hash(String header) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(header.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HASH, e);
        }
    }
}
