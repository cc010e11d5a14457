package org.bindery.deploy.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Copies a file aside before it is checked, so that what was checked is what runs, and a later write into the file
 * reaches nothing that runs.
 */
public final class Staging {

    private final Path folder;
    private final long maxBytes;

    /** @param folder where copies are put; created if missing */
    public Staging(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /**
     * A private copy; close it to remove it.
     *
     * @param path where it is
     * @param hash SHA-256 of its content in hex
     */
    public record Copy(Path path, String hash) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** @throws IOException if the file cannot be read, or grew beyond the allowed size */
    public Copy copy(Path file) throws IOException {
        Files.createDirectories(folder);
        Path target = Files.createTempFile(folder, "staged", ".jar");
        try {
            return new Copy(target, copyTo(target, file));
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    private String copyTo(Path target, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            byte[] buffer = new byte[64 * 1024];
            long copied = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                copied += n;
                if (copied > maxBytes) {
                    throw new IOException("It grew beyond " + maxBytes + " bytes while it was read");
                }
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
