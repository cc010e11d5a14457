package org.bindery.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;

/** Tells the world that Bindery is ready, or every reason why it is not. */
final class Readiness {

    private static final int HEALTH_TIMEOUT_MILLIS = 2000;
    private static final int LONGEST_HEALTH_ANSWER = 4000;

    private final Settings settings;
    private final Home home;
    private final BundleContext context;

    Readiness(Settings settings, Home home, BundleContext context) {
        this.settings = settings;
        this.home = home;
        this.context = context;
    }

    /** Prints the ready line and leaves the address for {@code bindery status}. */
    void announce(PrintStream out) {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        String url = url();
        try {
            Files.writeString(home.readyFile(), url + "\n");
        } catch (IOException e) {
            String sentence =
                    "The file " + home.readyFile() + " cannot be written (" + Causes.of(e) + "); free some space.";
            throw new LaunchFailure(ExitCode.NOT_READY, sentence, e);
        }
        out.println("Bindery ready on " + url + " in " + millis + " ms");
    }

    LaunchFailure failure(ReadyWatch watch) {
        List<String> lines = new ArrayList<>();
        Map<String, String> inactive = watch.inactive();
        if (inactive.isEmpty()) {
            lines.add("Bindery was not ready within " + Setting.READY_TIMEOUT.key() + " = "
                    + settings.readyTimeout().toSeconds() + "; its log in "
                    + home.root().resolve("log") + " says more.");
            lines.add("  All bundles run, but none reported ready. /health/ready says: " + health());
        } else {
            lines.add("Bindery cannot start, because parts of it do not run:");
            inactive.forEach((bundle, reason) -> lines.add("  " + bundle + ": " + reason));
        }
        return new LaunchFailure(ExitCode.NOT_READY, String.join(System.lineSeparator(), lines));
    }

    private String url() {
        String host = settings.httpHost().contains(":") ? "[" + settings.httpHost() + "]" : settings.httpHost();
        return "http://" + host + ":" + port();
    }

    private int port() {
        return HttpEndpoint.port(context).orElse(settings.httpPort());
    }

    private String health() {
        try {
            InetAddress address = InetAddress.getByName(settings.httpHost());
            String host = address.isAnyLocalAddress() ? "localhost" : settings.httpHost();
            URI uri = new URI("http", null, host, port(), "/health/ready", null, null);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(HEALTH_TIMEOUT_MILLIS);
            connection.setReadTimeout(HEALTH_TIMEOUT_MILLIS);
            return connection.getResponseCode() + " " + body(connection);
        } catch (IOException | java.net.URISyntaxException e) {
            return "nothing (" + Causes.of(e) + ")";
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (var stream = connection.getErrorStream()) {
            byte[] bytes = stream == null ? new byte[0] : stream.readNBytes(LONGEST_HEALTH_ANSWER);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }
}
