package org.bindery.deploy.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Builds small bundles in memory. */
public final class TestJar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private TestJar(String symbolicName, String version) {
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", version);
    }

    /** A jar whose manifest says nothing of a bundle. */
    public static TestJar noBundle() {
        TestJar jar = new TestJar("x", "1");
        jar.headers.keySet().retainAll(List.of("Manifest-Version"));
        return jar;
    }

    /** A bundle without code. */
    public static TestJar bundle(String symbolicName, String version) {
        return new TestJar(symbolicName, version);
    }

    /** A bundle that publishes a service while it runs. */
    public static TestJar plugin(String name, String version) {
        return new TestJar(name, version).activatedBy(AnnouncingActivator.class);
    }

    public TestJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TestJar activatedBy(Class<?> activator) {
        String path = activator.getName().replace('.', '/') + ".class";
        try (InputStream in = activator.getClassLoader().getResourceAsStream(path)) {
            files.put(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        headers.put("Bundle-Activator", activator.getName());
        headers.put("Import-Package", "org.osgi.framework");
        return this;
    }

    public TestJar file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public byte[] bytes() {
        Manifest manifest = new Manifest();
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
