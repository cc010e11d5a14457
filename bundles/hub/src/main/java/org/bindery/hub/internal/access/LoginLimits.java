package org.bindery.hub.internal.access;

import java.time.Duration;

/**
 * How many logins may fail.
 *
 * @param perLogin failures of one login within the window
 * @param overall failures of all logins within the window
 * @param window how long a failure counts
 * @param trackedLogins how many logins are watched at once; beyond that the oldest are forgotten
 */
record LoginLimits(int perLogin, int overall, Duration window, int trackedLogins) {}
