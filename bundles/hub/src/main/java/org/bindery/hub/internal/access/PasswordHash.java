package org.bindery.hub.internal.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.Strings;

/**
 * An Argon2id hash of a password (RFC 9106) with its salt and cost, in the usual text form. The text form is not shown by
 * {@link #toString()}.
 */
final class PasswordHash {

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HashCost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(HashCost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(char[] password, HashCost cost) {
        byte[] salt = random(SALT_BYTES);
        return new PasswordHash(cost, salt, compute(password, salt, cost));
    }

    /** A hash no password fits. Checking against it takes as long as against a real one. */
    static PasswordHash ofNoPassword(HashCost cost) {
        return new PasswordHash(cost, random(SALT_BYTES), random(HASH_BYTES));
    }

    /** Reads the text form; empty if it is none. */
    static Optional<PasswordHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        HashCost cost = new HashCost(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        Base64.Decoder decoder = Base64.getDecoder();
        return Optional.of(new PasswordHash(cost, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5))));
    }

    boolean fits(char[] password) {
        return MessageDigest.isEqual(hash, compute(password, salt, cost));
    }

    /** The text form, to be stored. */
    String text() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "(password hash)";
    }

    private static byte[] compute(char[] password, byte[] salt, HashCost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] bytes = Strings.toUTF8ByteArray(password);
        byte[] result = new byte[HASH_BYTES];
        try {
            generator.generateBytes(bytes, result);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return result;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
