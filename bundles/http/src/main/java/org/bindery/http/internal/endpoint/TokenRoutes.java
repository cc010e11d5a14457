package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Call;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.http.internal.wire.Bearer;
import org.bindery.http.internal.wire.Failures;
import org.bindery.http.internal.wire.HttpLimits;
import org.bindery.http.internal.wire.Query;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.AccessService.IssuedToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/oauth2}: tokens by login and password, and their revocation (fylr-spec 13.5, RFC 6749, RFC 7009). */
@Component(service = RouteSource.class, configurationPid = "org.bindery.http")
public final class TokenRoutes implements RouteSource {

    private final AccessService access;
    private final int longestForm;

    @Activate
    public TokenRoutes(@Reference AccessService access, HttpLimits limits) {
        this.access = access;
        this.longestForm = limits.max_form_bytes();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/api/oauth2/token", Access.ANONYMOUS, this::token),
                Route.post("/api/oauth2/revoke", Access.USER, this::revoke));
    }

    private Answer token(Call call) throws IOException {
        Query form = form(call);
        String grant = form.first("grant_type").orElse("");
        if (!grant.equals("password")) {
            throw new ApiException(ApiError.of("unsupported_grant_type", 400, "unsupported_grant_type")
                    .parameter("grant_type", grant)
                    .describedBy("Send the form fields grant_type=password, username and password."));
        }
        char[] password = form.first("password").orElse("").toCharArray();
        IssuedToken issued = access.login(form.first("username").orElse(""), password);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", issued.token());
        body.put("token_type", "bearer");
        body.put(
                "expires_in",
                Duration.between(Instant.now(), issued.expiresAt()).toSeconds());
        return Answer.ok(body);
    }

    private Answer revoke(Call call) {
        Bearer.token(call.request()).ifPresent(access::logout);
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "ok"));
    }

    private Query form(Call call) throws IOException {
        try (InputStream in = call.request().getInputStream()) {
            byte[] bytes = in.readNBytes(longestForm + 1);
            if (bytes.length > longestForm) {
                throw new ApiException(Failures.tooLarge(longestForm));
            }
            return Query.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
