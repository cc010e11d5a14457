package org.bindery.http.internal.extension;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;
import org.bindery.hub.access.Session;

/** A request that knows its caller in the servlet API's own words. */
final class CallerRequest extends HttpServletRequestWrapper {

    private final Optional<Session> session;

    CallerRequest(HttpServletRequest request, Optional<Session> session) {
        super(request);
        this.session = session;
    }

    @Override
    public String getRemoteUser() {
        return session.map(known -> known.user().login()).orElse(null);
    }

    @Override
    public Principal getUserPrincipal() {
        return session.map(known -> (Principal) known.user()::login).orElse(null);
    }

    @Override
    public String getAuthType() {
        return session.map(known -> "BEARER").orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return session.filter(known -> known.roles().contains(role)).isPresent();
    }
}
