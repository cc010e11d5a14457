package org.bindery.hub.internal.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindery.hub.internal.pipeline.ChainPlan.Offer;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;
import org.bindery.hub.internal.pipeline.ChainPlan.Refusal;

/** Turns the offered services into a chain: sorts out what cannot run, orders the rest, and says why. */
final class ChainPlanner {

    private static final Comparator<Place> WITHIN_PLUGIN = Comparator.<Place>comparingInt(
                    place -> place.declaration().order())
            .thenComparing(place -> place.declaration().step());

    private final PipelineSettings settings;
    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, List<Place>> byPlugin = new HashMap<>();

    private ChainPlanner(PipelineSettings settings) {
        this.settings = settings;
    }

    /**
     * Plans a chain.
     *
     * @param offers all step services there are
     * @param settings the administrator's settings
     * @return the plan; the same for the same input, whatever its order
     */
    static ChainPlan plan(List<Offer> offers, PipelineSettings settings) {
        ChainPlanner planner = new ChainPlanner(settings);
        offers.stream()
                .sorted(Comparator.comparingLong(Offer::serviceId))
                .forEach(offer -> planner.admit(offer, offers));
        List<String> notices = new ArrayList<>(settings.notices());
        List<Place> ordered = AdminOrder.apply(planner.ordered(), settings, notices);
        return new ChainPlan(List.copyOf(ordered), List.copyOf(planner.refused), List.copyOf(notices));
    }

    private void admit(Offer offer, List<Offer> offers) {
        StepProperties properties = new StepProperties(offer.properties());
        StepIdentity identity =
                new StepIdentity(offer.plugin().name(), offer.plugin().version(), properties.shownName());
        String reason = reasonAgainst(offer, offers, properties);
        if (reason.isEmpty()) {
            byPlugin.computeIfAbsent(identity.plugin(), name -> new ArrayList<>())
                    .add(place(offer, properties.declaration().orElseThrow()));
        } else {
            refused.add(new Refusal(identity, reason));
        }
    }

    private String reasonAgainst(Offer offer, List<Offer> offers, StepProperties properties) {
        PluginInfo plugin = offer.plugin();
        long newest = offers.stream()
                .filter(other -> other.plugin().name().equals(plugin.name()))
                .mapToLong(other -> other.plugin().bundleId())
                .max()
                .orElse(plugin.bundleId());
        if (newest != plugin.bundleId()) {
            return "Bundle " + plugin.bundleId() + " is older than bundle " + newest + " of the same plugin; only the"
                    + " newest takes part. Remove one of the two.";
        }
        if (!properties.problems().isEmpty()) {
            return String.join(" ", properties.problems()) + " Correct the properties of the service.";
        }
        String step = properties.shownName();
        if (settings.disabled().stream().anyMatch(pattern -> pattern.matches(plugin.name(), step))) {
            return "Switched off by setting disabled of " + PipelineConfiguration.PID
                    + "; take it out there to run it.";
        }
        if (!offer.unavailable().isEmpty()) {
            return offer.unavailable();
        }
        return takenBy(plugin.name(), step)
                ? "Another step of the plugin has the same name; give each step its own " + StepProperties.STEP + "."
                : "";
    }

    private boolean takenBy(String plugin, String step) {
        return byPlugin.getOrDefault(plugin, List.of()).stream()
                .anyMatch(place -> place.declaration().step().equals(step));
    }

    private Place place(Offer offer, StepDeclaration declaration) {
        long asked = declaration.budgetMillis();
        long normal = asked > 0 ? asked : settings.limits().budget().toMillis();
        long budget = settings.budgetOf(offer.plugin().name(), declaration.step())
                .map(PipelineSettings.BudgetRule::millis)
                .orElse(normal);
        return new Place(offer, declaration, budget, List.of());
    }

    private List<Place> ordered() {
        List<PluginOrder.Ranked> plugins = byPlugin.values().stream()
                .map(steps -> new PluginOrder.Ranked(steps.get(0).offer().plugin(), highestRanking(steps)))
                .toList();
        return PluginOrder.of(plugins).stream()
                .flatMap(plugin -> stepsOf(plugin).stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static int highestRanking(List<Place> steps) {
        return steps.stream()
                .mapToInt(place -> place.declaration().ranking())
                .max()
                .orElse(0);
    }

    private List<Place> stepsOf(PluginOrder.Placed plugin) {
        List<Place> sorted = new ArrayList<>(byPlugin.get(plugin.plugin().name()));
        sorted.sort(WITHIN_PLUGIN);
        List<Place> explained = new ArrayList<>();
        Place previous = null;
        for (Place place : sorted) {
            List<String> reasons = new ArrayList<>();
            if (previous != null) {
                reasons.add(reasonWithin(previous.declaration(), place.declaration()));
            }
            reasons.add(plugin.reason());
            explained.add(new Place(place.offer(), place.declaration(), place.budgetMillis(), List.copyOf(reasons)));
            previous = place;
        }
        return explained;
    }

    private static String reasonWithin(StepDeclaration before, StepDeclaration step) {
        if (before.order() < step.order()) {
            return "Within its plugin, " + StepProperties.ORDER + " " + step.order() + " comes after " + before.order()
                    + " of step " + before.step() + ".";
        }
        return "Within its plugin, step name " + step.step() + " sorts after " + before.step() + "; both have "
                + StepProperties.ORDER + " " + step.order() + ".";
    }
}
