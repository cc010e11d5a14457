package org.bindery.hub.internal.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;

/**
 * Lets the administrator's order win: named steps stand as the setting says, all others keep their natural order behind
 * them, or where a {@code *} stands.
 */
final class AdminOrder {

    private static final String SETTING = "setting order of " + PipelineConfiguration.PID;

    private AdminOrder() {}

    /**
     * Applies the setting {@code order}.
     *
     * @param natural the steps in natural order, with reasons
     * @param settings the settings
     * @param notices gets a sentence for each entry that names no step
     * @return the steps in running order, with reasons
     */
    static List<Place> apply(List<Place> natural, PipelineSettings settings, List<String> notices) {
        List<StepPattern> order = settings.order();
        if (order.isEmpty()) {
            return natural;
        }
        List<Place> moved = new ArrayList<>(natural);
        moved.sort(Comparator.comparingInt(place -> entryOf(place, order)));
        List<Place> explained = new ArrayList<>();
        moved.forEach(place -> explained.add(explain(place, order)));
        for (int i = 0; i < order.size(); i++) {
            int entry = i;
            if (natural.stream().noneMatch(place -> entryOf(place, order) == entry)) {
                notices.add("Entry '" + order.get(i) + "' of " + SETTING + " names no step that runs.");
            }
        }
        return explained;
    }

    private static Place explain(Place place, List<StepPattern> order) {
        int entry = entryOf(place, order);
        List<String> reasons = new ArrayList<>();
        if (entry == order.size() || order.get(entry).exactness() == 0) {
            reasons.add("The " + SETTING + " does not name it, so it keeps its natural order.");
        } else {
            reasons.add("The " + SETTING + " puts it here, by entry " + (entry + 1) + " '" + order.get(entry) + "'.");
        }
        place.reasons().forEach(reason -> reasons.add("By nature: " + reason));
        return new Place(place.offer(), place.declaration(), place.budgetMillis(), List.copyOf(reasons));
    }

    /** Index of the entry that names the step most exactly; the number of entries if none does. */
    private static int entryOf(Place place, List<StepPattern> order) {
        int best = order.size();
        int exactness = -1;
        for (int i = 0; i < order.size(); i++) {
            StepPattern pattern = order.get(i);
            if (pattern.exactness() > exactness
                    && pattern.matches(
                            place.offer().plugin().name(), place.declaration().step())) {
                best = i;
                exactness = pattern.exactness();
            }
        }
        return best;
    }
}
