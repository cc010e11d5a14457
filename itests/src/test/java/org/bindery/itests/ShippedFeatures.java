package org.bindery.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ops4j.pax.exam.Option;

/** Pax Exam options made of the same feature files and framework properties that ship, so that tests run what ships. */
public final class ShippedFeatures {

    private static final Pattern BUNDLE =
            Pattern.compile("\"id\":\\s*\"([^:\"]+):([^:\"]+):([^:\"]+)\",\\s*\"start-level\":\\s*(\\d+)");

    private ShippedFeatures() {}

    /** A bundle of a feature file. */
    public record ShippedBundle(String path, int startLevel) {}

    /** Options to start the features in this home with the HTTP server on a free port. */
    public static List<Option> options(Path home, String... features) {
        List<Option> options = new ArrayList<>();
        for (String feature : features) {
            for (ShippedBundle bundle : bundles(feature)) {
                Path jar = BinderyProcess.distribution().resolve("system").resolve(bundle.path());
                options.add(bundle(jar.toUri().toString()).startLevel(bundle.startLevel()));
            }
        }
        options.addAll(frameworkProperties(home));
        options.add(junitBundles());
        options.add(cleanCaches());
        options.add(frameworkStartLevel(100));
        return options;
    }

    /** The bundles of a feature in the order of its file. */
    public static List<ShippedBundle> bundles(String feature) {
        List<ShippedBundle> bundles = new ArrayList<>();
        Matcher matcher = BUNDLE.matcher(read(BinderyProcess.distribution().resolve("features/" + feature + ".json")));
        while (matcher.find()) {
            String name = matcher.group(2);
            String version = matcher.group(3);
            String folder = matcher.group(1).replace('.', '/') + "/" + name + "/" + version;
            bundles.add(new ShippedBundle(
                    folder + "/" + name + "-" + version + ".jar", Integer.parseInt(matcher.group(4))));
        }
        return bundles;
    }

    private static List<Option> frameworkProperties(Path home) {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(BinderyProcess.distribution().resolve("etc/framework.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("bindery.home", home.toString());
        properties.setProperty("bindery.deploy.dir", home.resolve("deploy").toString());
        properties.setProperty("bindery.http.host", "127.0.0.1");
        properties.setProperty("bindery.http.port", "0");
        properties.setProperty("bindery.backend.port", "0");
        properties.setProperty("org.apache.felix.http.host", "127.0.0.1");
        properties.setProperty("org.osgi.service.http.port", "0");
        List<Option> options = new ArrayList<>();
        // Pax Exam sets this property itself and takes additions only as an option of its own.
        String packages = (String) properties.remove("org.osgi.framework.system.packages.extra");
        options.add(systemPackages(packages.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        for (String key : properties.stringPropertyNames()) {
            String value = properties
                    .getProperty(key)
                    .replace("${bindery.home}", home.toString())
                    .replace("${bindery.etc.dirs}", home.resolve("etc").toString());
            options.add(frameworkProperty(key).value(value));
        }
        return options;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
