package org.bindery.console.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells requests made by the console's own pages from those that another site makes a browser send. The console itself
 * does not check this.
 */
final class SameOrigin {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** What the headers say about where a request comes from. */
    enum Verdict {
        /** It only reads, or comes from our own pages. */
        OWN,
        /** It comes from somewhere else. */
        FOREIGN,
        /** It does not say; no browser of today keeps silent about a request that changes something. */
        SILENT
    }

    private SameOrigin() {}

    static Verdict of(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return Verdict.OWN;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site)) {
            return Verdict.FOREIGN;
        }
        String origin = request.getHeader("Origin");
        String from = origin == null ? request.getHeader("Referer") : origin;
        if (from == null) {
            return site == null ? Verdict.SILENT : Verdict.OWN;
        }
        return authority(from).equals(host(request)) ? Verdict.OWN : Verdict.FOREIGN;
    }

    /** Host and port without the scheme, as a proxy in front may speak TLS while we do not. */
    private static String authority(String url) {
        try {
            URI uri = new URI(url);
            boolean usualPort = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
            String host = uri.getHost() == null ? "unknown" : uri.getHost().toLowerCase(Locale.ROOT);
            return usualPort || uri.getPort() < 0 ? host : host + ":" + uri.getPort();
        } catch (URISyntaxException e) {
            return "unreadable";
        }
    }

    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String named = host == null ? request.getServerName() : host.toLowerCase(Locale.ROOT);
        return named.replaceFirst(":(80|443)$", "");
    }
}
