package org.bindery.exec.internal;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/** The platform under the names programs expect, and how Java hands texts to it. */
final class Platform {

    private static final Map<String, String> ARCHITECTURES =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "x86", "386", "i386", "386");

    private Platform() {}

    /** @return {@code linux}, {@code darwin} or {@code windows}, else the name Java knows */
    static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name.replace(' ', '-');
    }

    static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return ARCHITECTURES.getOrDefault(name, name);
    }

    static boolean isWindows() {
        return system().equals("windows");
    }

    /** @return the charset in which arguments and variables reach a program: Java 18 changed which one that is */
    static Charset argumentCharset() {
        String named = Runtime.version().feature() >= 18 ? System.getProperty("sun.jnu.encoding") : null;
        return named != null && Charset.isSupported(named) ? Charset.forName(named) : Charset.defaultCharset();
    }
}
