package org.bindery.store.embedded.internal.wire;

import java.security.SecureRandom;
import java.util.Base64;

/** The password of one boot: 256 random bits that live in memory only and never show in a log. */
public final class Secret {

    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The password itself, safe inside a URL. Hand it to the driver and to nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
