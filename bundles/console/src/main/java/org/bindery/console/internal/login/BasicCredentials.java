package org.bindery.console.internal.login;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Login and password out of an {@code Authorization: Basic} header; never shown in text. */
final class BasicCredentials implements AutoCloseable {

    private static final String SCHEME = "basic ";
    private static final int MAX_HEADER = 4_096;

    private final String login;
    private final char[] password;

    private BasicCredentials(String login, char[] password) {
        this.login = login;
        this.password = password;
    }

    /** Empty if there is no such header or it cannot be read. */
    static Optional<BasicCredentials> parse(String header) {
        boolean basic = header != null
                && header.length() <= MAX_HEADER
                && header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        if (!basic) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            return split(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BasicCredentials> split(CharBuffer text) {
        int colon = text.toString().indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        char[] password = new char[text.length() - colon - 1];
        CharBuffer rest = text.duplicate();
        rest.position(rest.position() + colon + 1);
        rest.get(password);
        return Optional.of(new BasicCredentials(text.subSequence(0, colon).toString(), password));
    }

    String login() {
        return login;
    }

    char[] password() {
        return password;
    }

    @Override
    public void close() {
        Arrays.fill(password, '\0');
    }

    @Override
    public String toString() {
        return "BasicCredentials of " + login;
    }
}
