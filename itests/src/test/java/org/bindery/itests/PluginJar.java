package org.bindery.itests;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a plugin of one step in a test, as a developer's build would, and packs it as a bundle. */
public final class PluginJar {

    private static final String SOURCE = """
            package probe;
            import com.fasterxml.jackson.databind.node.*;
            import org.bindery.api.error.*;
            import org.bindery.api.save.*;
            import org.osgi.framework.*;
            import java.util.*;
            public final class Probe implements BundleActivator, PreSaveStep {
                public void start(BundleContext context) throws Exception {
                    Dictionary<String, Object> properties = new Hashtable<>();
                    properties.put("bindery.step", "probe");
                    %s
                    context.registerService(PreSaveStep.class, this, properties);
                }
                public void stop(BundleContext context) {}
                public PreSaveResult beforeSave(SaveBatch batch) {
                    %s
                }
            }
            """;

    private PluginJar() {}

    /**
     * Builds a plugin.
     *
     * @param folder where to work
     * @param name name and version of the plugin, as in {@code probe:1.0.0}
     * @param properties Java statements that set service properties
     * @param body Java statements of the step's method
     * @return the jar
     */
    public static Path of(Path folder, String name, String properties, String body) {
        try {
            Path classes = Files.createTempDirectory(folder, "classes");
            compile(SOURCE.formatted(properties, body), classes);
            return pack(classes, folder, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies a jar into the deploy folder the way installers do: under another name, then by an atomic move. */
    public static void deploy(Path jar, BinderyProcess bindery, String file) throws IOException {
        Path hidden = bindery.deploy().resolve("." + file + ".part");
        Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, bindery.deploy().resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void compile(String source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("mem:///probe/Probe.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "--release", "17");
        if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
            throw new IllegalStateException("The test's plugin does not compile:\n" + source);
        }
    }

    private static String classPath() throws IOException {
        Path distribution = BinderyProcess.distribution();
        try (Stream<Path> system = Files.walk(distribution.resolve("system"));
                Stream<Path> lib = Files.walk(distribution.resolve("lib"))) {
            return String.join(
                    File.pathSeparator,
                    Stream.concat(system, lib)
                            .map(Path::toString)
                            .filter(path -> path.endsWith(".jar"))
                            .toList());
        }
    }

    private static Path pack(Path classes, Path folder, String name) throws IOException {
        String[] parts = name.split(":", 2);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", parts[0]);
        main.putValue("Bundle-Version", parts[1]);
        main.putValue("Bundle-Activator", "probe.Probe");
        main.putValue(
                "Import-Package",
                "org.osgi.framework,org.bindery.api.save,org.bindery.api.error,com.fasterxml.jackson.databind.node,"
                        + "com.fasterxml.jackson.databind");
        Path jar = Files.createTempFile(folder, parts[0], ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new JarEntry("probe/Probe.class"));
            Files.copy(classes.resolve("probe/Probe.class"), zip);
        }
        return jar;
    }
}
