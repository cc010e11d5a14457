package org.bindery.hub.internal.pipeline;

import java.util.Set;

/**
 * The checked service properties of a step.
 *
 * @param step name of the step
 * @param objecttypes objecttypes it wants to see; empty means all
 * @param order position within its plugin
 * @param budgetMillis time it asks for; 0 means the configured default
 * @param ranking its {@code service.ranking}
 */
record StepDeclaration(String step, Set<String> objecttypes, int order, long budgetMillis, int ranking) {

    StepDeclaration {
        objecttypes = Set.copyOf(objecttypes);
    }

    boolean wants(String objecttype) {
        return objecttypes.isEmpty() || objecttypes.contains(objecttype);
    }
}
