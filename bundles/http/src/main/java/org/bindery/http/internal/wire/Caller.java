package org.bindery.http.internal.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.bindery.api.error.ApiException;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.Session;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells who makes a request. The one place where a token becomes a session. */
@Component(service = Caller.class)
public final class Caller {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile AccessService access;

    /** For Declarative Services, which sets the access service as it comes and goes. */
    public Caller() {}

    /** For use without a container. */
    public Caller(AccessService access) {
        this.access = access;
    }

    /**
     * Checks the request's token.
     *
     * @return who it stands for; empty without a valid token
     * @throws ApiException 503 while nobody can check tokens yet
     */
    public Optional<Session> session(HttpServletRequest request) {
        Optional<String> token = Bearer.token(request);
        AccessService service = access;
        if (service == null) {
            throw new ApiException(Failures.notReady());
        }
        return token.flatMap(service::authenticate);
    }
}
