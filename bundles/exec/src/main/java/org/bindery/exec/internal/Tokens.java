package org.bindery.exec.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names nobody can guess. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
