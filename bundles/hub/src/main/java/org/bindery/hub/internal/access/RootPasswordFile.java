package org.bindery.hub.internal.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The file with root's first password, when nobody chose one. Only its owner may read it. */
final class RootPasswordFile {

    private static final int PASSWORD_BYTES = 18;
    private static final int LONGEST = 1024;

    private final Path file;

    RootPasswordFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** The password in the file; empty if there is no file. */
    Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalStateException("The file " + file + " is too long for a password; remove it.");
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Makes the file with a random password. */
    String create() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(file, password + System.lineSeparator(), StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw failure("written", e);
        }
        return password;
    }

    /** Removes a file whose password is out of date. */
    boolean remove() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("removed", e);
        }
    }

    /** The file is made with these rights: setting them afterwards would leave it open for a moment. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private UncheckedIOException failure(String what, IOException cause) {
        return new UncheckedIOException(
                "The file " + file + " with root's password cannot be " + what + " (" + cause + ")", cause);
    }
}
