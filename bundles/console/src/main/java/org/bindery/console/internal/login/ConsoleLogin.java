package org.bindery.console.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.bindery.api.error.ApiException;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.AccessService.IssuedToken;
import org.bindery.hub.access.Session;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets the administrator into the web console with Bindery's own users, by a form and a cookie or by HTTP Basic. The
 * console asks before every request, so this is also where requests from other sites are refused.
 */
@Component(service = SecurityProvider.class, property = SecurityProvider.PROPERTY_ID + "=bindery")
public final class ConsoleLogin implements SecurityProvider {

    private static final String LOGIN = "/bindery-login";
    private static final String ONLY_ROOT = "Only the administrator may use the console.";
    private static final int MAX_FORM = 16 * 1024;

    private final AccessService access;
    /** Path of the console, without a slash at its end; the request does not tell, as it is checked so early. */
    private final String root;

    private final RememberedLogins basicLogins = new RememberedLogins();

    @Activate
    public ConsoleLogin(BundleContext context, @Reference AccessService access) {
        this(
                Optional.ofNullable(context.getProperty("felix.webconsole.manager.root"))
                        .orElse("/system/console"),
                access);
    }

    ConsoleLogin(String root, AccessService access) {
        this.root = root;
        this.access = access;
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        protect(response);
        try {
            SameOrigin.Verdict origin = SameOrigin.of(request);
            if (origin == SameOrigin.Verdict.FOREIGN) {
                refuse(response, "The request comes from another site. Send it from the console's own pages.");
                return null;
            }
            if (request.getRequestURI().equals(root + LOGIN)) {
                loginPage(request, response);
                return null;
            }
            return user(request, response, origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        ConsoleCookie.read(request).ifPresent(access::logout);
        ConsoleCookie.clear(request, response, root);
        try {
            response.sendRedirect(root + LOGIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody who gets in may do everything. */
    @Override
    public boolean authorize(Object user, String role) {
        return user != null;
    }

    private Object user(HttpServletRequest request, HttpServletResponse response, SameOrigin.Verdict origin)
            throws IOException {
        String header = request.getHeader("Authorization");
        Optional<Session> session = header == null ? byCookie(request) : byPassword(header, response);
        if (response.isCommitted()) {
            return null;
        }
        if (session.isEmpty()) {
            askWho(request, response);
            return null;
        }
        if (!session.get().isRoot()) {
            refuse(response, ONLY_ROOT);
            return null;
        }
        // A cookie is sent by the browser whoever asks it to; only the headers show that our page did.
        if (header == null && origin == SameOrigin.Verdict.SILENT) {
            refuse(
                    response,
                    "The request does not say which page it comes from. Send it from the console's own pages.");
            return null;
        }
        return session.get().user().login();
    }

    private Optional<Session> byCookie(HttpServletRequest request) {
        return ConsoleCookie.read(request).flatMap(access::authenticate);
    }

    private Optional<Session> byPassword(String header, HttpServletResponse response) throws IOException {
        Optional<Session> known = basicLogins.token(header).flatMap(access::authenticate);
        if (known.isPresent()) {
            return known;
        }
        basicLogins.forget(header);
        Optional<BasicCredentials> sent = BasicCredentials.parse(header);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        try (BasicCredentials credentials = sent.get()) {
            IssuedToken token = access.login(credentials.login(), credentials.password());
            basicLogins.remember(header, token.token());
            return Optional.of(token.session());
        } catch (ApiException e) {
            if (e.error().statuscode() == 429) {
                text(response, 429, e.error().error());
            }
            return Optional.empty();
        }
    }

    private void loginPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            LoginPage.write(response, 200, root + LOGIN, next(request), "");
            return;
        }
        if (request.getContentLengthLong() > MAX_FORM) {
            text(response, 413, "The form is too long.");
            return;
        }
        String login = Optional.ofNullable(request.getParameter("login")).orElse("");
        char[] password =
                Optional.ofNullable(request.getParameter("password")).orElse("").toCharArray();
        try {
            IssuedToken token = access.login(login, password);
            if (!token.session().isRoot()) {
                access.logout(token.token());
                LoginPage.write(response, 403, root + LOGIN, next(request), ONLY_ROOT);
                return;
            }
            ConsoleCookie.set(request, response, root, token.token());
            response.setStatus(303);
            response.setHeader("Location", next(request));
        } catch (ApiException e) {
            int status = e.error().statuscode() == 429 ? 429 : 401;
            LoginPage.write(
                    response, status, root + LOGIN, next(request), e.error().error());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** People get the form; programs are asked for HTTP Basic. */
    private void askWho(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (accept.contains("text/html") && "GET".equals(request.getMethod())) {
            LoginPage.write(response, 401, root + LOGIN, request.getRequestURI(), "");
            return;
        }
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Bindery console\", charset=\"UTF-8\"");
        }
        text(response, 401, "Log in to use the console.");
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "frame-ancestors 'none'; form-action 'self'; base-uri 'self'; object-src 'none'");
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        text(response, 403, why);
    }

    private static void text(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(text);
        response.flushBuffer();
    }

    /** Where to go after the login: a page of the console, whatever the form says. */
    private String next(HttpServletRequest request) {
        String next = Optional.ofNullable(request.getParameter("next")).orElse("");
        boolean own = next.startsWith(root + "/")
                && !next.contains("//")
                && !next.contains("\\")
                && next.chars().noneMatch(Character::isISOControl)
                && !next.startsWith(root + LOGIN)
                && !next.startsWith(root + "/logout");
        return own ? next : root + "/bindery";
    }
}
