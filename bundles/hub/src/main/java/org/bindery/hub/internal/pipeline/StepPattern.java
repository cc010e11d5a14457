package org.bindery.hub.internal.pipeline;

import java.util.Optional;

/**
 * Names steps in the configuration: {@code plugin:step}, {@code plugin:*} or {@code *} for every step.
 *
 * @param plugin name of the plugin, or {@code *}
 * @param step name of the step, or {@code *}
 */
record StepPattern(String plugin, String step) {

    private static final String ANY = "*";

    /**
     * Reads a pattern.
     *
     * @param text the text from the configuration
     * @return the pattern; empty if the text is none
     */
    static Optional<StepPattern> read(String text) {
        if (text.equals(ANY)) {
            return Optional.of(new StepPattern(ANY, ANY));
        }
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new StepPattern(text.substring(0, colon), text.substring(colon + 1)));
    }

    boolean matches(String otherPlugin, String otherStep) {
        return (plugin.equals(ANY) || plugin.equals(otherPlugin)) && (step.equals(ANY) || step.equals(otherStep));
    }

    /** @return how exactly it names a step: an exact name beats a star */
    int exactness() {
        return (plugin.equals(ANY) ? 0 : 2) + (step.equals(ANY) ? 0 : 1);
    }

    @Override
    public String toString() {
        return plugin.equals(ANY) && step.equals(ANY) ? ANY : plugin + ":" + step;
    }
}
