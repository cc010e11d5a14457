package org.bindery.hub.internal.pipeline;

import java.util.List;
import java.util.Map;

/**
 * Who runs in which order, and who does not run: the outcome of {@link ChainPlanner}, pure data.
 *
 * @param steps the steps in running order
 * @param refused the steps that do not run
 * @param notices what is odd about the configuration
 */
record ChainPlan(List<Place> steps, List<Refusal> refused, List<String> notices) {

    /**
     * A step service as it was offered.
     *
     * @param serviceId id of the service
     * @param plugin the plugin it belongs to
     * @param properties its service properties
     * @param unavailable why the service object cannot be had; empty if it can
     */
    record Offer(long serviceId, PluginInfo plugin, Map<String, Object> properties, String unavailable) {}

    /**
     * A step in its place.
     *
     * @param offer where it came from
     * @param declaration its checked properties
     * @param budgetMillis time it may take
     * @param reasons why it stands here, the deciding rule first
     */
    record Place(Offer offer, StepDeclaration declaration, long budgetMillis, List<String> reasons) {

        StepIdentity identity() {
            return new StepIdentity(offer.plugin().name(), offer.plugin().version(), declaration.step());
        }
    }

    /**
     * A step that does not run.
     *
     * @param step who; the step's name is empty if it has no usable one
     * @param reason why, and what to do
     */
    record Refusal(StepIdentity step, String reason) {}
}
