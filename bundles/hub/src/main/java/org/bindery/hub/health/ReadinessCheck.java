package org.bindery.hub.health;

import java.util.Optional;

/**
 * Published as a service by every part that must be ready before Bindery says so. {@code GET /health/ready} answers 200
 * when no check has a problem.
 */
public interface ReadinessCheck {

    /** @return name of the part, for example {@code store} */
    String name();

    /** @return why the part is not ready, one sentence; empty if it is ready. Returns at once */
    Optional<String> problem();
}
