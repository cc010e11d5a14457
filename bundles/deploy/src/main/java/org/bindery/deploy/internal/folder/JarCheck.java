package org.bindery.deploy.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a jar from its first to its last byte before the framework sees it, within limits. */
public final class JarCheck {

    private static final long MAX_MANIFEST_BYTES = 1 << 20;
    private static final String WHAT_TO_DO = " Copy the whole file again.";

    /** A jar that cannot be installed; the message says why and what to do. */
    public static final class BadJarException extends Exception {

        private static final long serialVersionUID = 1L;

        BadJarException(String message) {
            super(message);
        }

        BadJarException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final int maxEntries;
    private final long maxUnpackedBytes;

    /** @param maxUnpackedBytes how much all entries together may hold */
    public JarCheck(int maxEntries, long maxUnpackedBytes) {
        this.maxEntries = maxEntries;
        this.maxUnpackedBytes = maxUnpackedBytes;
    }

    /** @throws BadJarException if the jar is damaged, too big or no bundle */
    public void check(Path jar) throws BadJarException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > maxEntries) {
                throw new BadJarException("It has " + zip.size() + " entries, more than the allowed " + maxEntries
                        + ". Make it smaller or raise bindery.deploy.max.entries.");
            }
            long left = maxUnpackedBytes;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                checkName(entry.getName());
                left -= checkContent(zip, entry, left);
            }
            checkManifest(zip);
        } catch (IOException e) {
            throw new BadJarException("It is damaged or not complete (" + e.getMessage() + ")." + WHAT_TO_DO, e);
        }
    }

    private static void checkName(String name) throws BadJarException {
        boolean leavesJar = name.startsWith("/")
                || name.contains("\\")
                || Path.of(name).normalize().startsWith("..");
        if (leavesJar) {
            throw new BadJarException("Its entry '" + name + "' points out of the jar. Build the jar again.");
        }
    }

    private long checkContent(ZipFile zip, ZipEntry entry, long left) throws IOException, BadJarException {
        CRC32 sum = new CRC32();
        long bytes = 0;
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                bytes += n;
                if (bytes > left) {
                    throw new BadJarException("It unpacks to more than the allowed " + maxUnpackedBytes
                            + " bytes. Make it smaller or raise bindery.deploy.max.unpacked.bytes.");
                }
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new BadJarException("Its entry '" + entry.getName() + "' is damaged." + WHAT_TO_DO);
        }
        return bytes;
    }

    private static void checkManifest(ZipFile zip) throws IOException, BadJarException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null || entry.getSize() > MAX_MANIFEST_BYTES) {
            throw new BadJarException("It has no usable META-INF/MANIFEST.MF, so it is no OSGi bundle."
                    + " Build it with bnd, as the samples do.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Attributes headers = new Manifest(in).getMainAttributes();
            if (headers.getValue("Bundle-SymbolicName") == null) {
                throw new BadJarException("Its manifest has no Bundle-SymbolicName, so it is no OSGi bundle."
                        + " Build it with bnd, as the samples do.");
            }
            if (headers.getValue("Fragment-Host") != null) {
                throw new BadJarException("It is a fragment of another bundle, which cannot be started or replaced"
                        + " alone. Pack its content into the plugin that needs it.");
            }
        }
    }
}
