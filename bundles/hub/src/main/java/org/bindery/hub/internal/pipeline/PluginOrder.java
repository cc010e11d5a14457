package org.bindery.hub.internal.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts plugins in order: those that others require first, then higher ranking, then name. Requirements in a circle are
 * cut at the plugin that would come first without them.
 */
final class PluginOrder {

    /**
     * A plugin to be placed.
     *
     * @param plugin the plugin
     * @param ranking the highest {@code service.ranking} of its steps
     */
    record Ranked(PluginInfo plugin, int ranking) {

        String name() {
            return plugin.name();
        }
    }

    /**
     * A plugin in its place.
     *
     * @param plugin the plugin
     * @param reason why it stands here, one sentence
     */
    record Placed(PluginInfo plugin, String reason) {}

    private static final Comparator<Ranked> NATURAL =
            Comparator.comparingInt(Ranked::ranking).reversed().thenComparing(Ranked::name);

    private final List<Ranked> waiting;
    private final Map<Ranked, Set<String>> needs = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private Ranked previous;

    private PluginOrder(List<Ranked> plugins) {
        waiting = new ArrayList<>(plugins);
        waiting.sort(NATURAL);
        waiting.forEach(plugin -> needs.put(plugin, needed(plugin)));
    }

    /**
     * Orders plugins.
     *
     * @param plugins the plugins that have steps, each name once
     * @return the same plugins in running order
     */
    static List<Placed> of(List<Ranked> plugins) {
        PluginOrder order = new PluginOrder(plugins);
        while (!order.waiting.isEmpty()) {
            order.placeNext();
        }
        return order.placed;
    }

    private void placeNext() {
        for (Ranked plugin : waiting) {
            if (open(plugin).isEmpty()) {
                place(plugin, reason(plugin));
                return;
            }
        }
        Ranked first =
                waiting.stream().filter(this::standsOnlyInItsCircle).findFirst().orElse(waiting.get(0));
        place(first, circleReason(first));
    }

    private void place(Ranked plugin, String reason) {
        waiting.remove(plugin);
        placed.add(new Placed(plugin.plugin(), reason));
        previous = plugin;
    }

    private String reason(Ranked plugin) {
        if (previous == null) {
            return waiting.size() == 1
                    ? "Plugin " + plugin.name() + " is the only plugin with steps."
                    : "Of the plugins that require no other one with steps, " + plugin.name()
                            + " comes first: service.ranking " + plugin.ranking() + ", then name.";
        }
        Set<String> needed = needs.get(plugin);
        if (needed.contains(previous.name()) || previous.ranking() < plugin.ranking()) {
            return "Plugin " + plugin.name() + " requires " + String.join(", ", needed) + ", so it runs after.";
        }
        if (previous.ranking() > plugin.ranking()) {
            return "Plugin " + plugin.name() + " has service.ranking " + plugin.ranking() + ", lower than "
                    + previous.ranking() + " of plugin " + previous.name() + ".";
        }
        return "Plugin name " + plugin.name() + " sorts after " + previous.name() + "; both have service.ranking "
                + plugin.ranking() + ".";
    }

    private String circleReason(Ranked plugin) {
        return "Plugin " + plugin.name() + " requires " + String.join(", ", open(plugin))
                + ", which in turn requires " + plugin.name() + ". The circle is cut here because "
                + plugin.name() + " has the highest service.ranking, then the first name, within it.";
    }

    /** Names of the required plugins that still wait. */
    private Set<String> open(Ranked plugin) {
        Set<String> open = new TreeSet<>(needs.get(plugin));
        open.retainAll(waiting.stream().map(Ranked::name).toList());
        return open;
    }

    /** True if everything the plugin still waits for waits for the plugin too: its circle depends on no other one. */
    private boolean standsOnlyInItsCircle(Ranked plugin) {
        return waiting.stream()
                .filter(other -> needs.get(plugin).contains(other.name()))
                .allMatch(other -> needs.get(other).contains(plugin.name()));
    }

    /** Names of all plugins with steps that this one requires, directly or through others. */
    private Set<String> needed(Ranked plugin) {
        Set<Ranked> found = new HashSet<>();
        collect(plugin, found);
        found.remove(plugin);
        Set<String> names = new TreeSet<>();
        found.forEach(other -> names.add(other.name()));
        return names;
    }

    private void collect(Ranked plugin, Set<Ranked> found) {
        for (Ranked other : waiting) {
            if (plugin.plugin().requires().contains(other.plugin().bundleId()) && found.add(other)) {
                collect(other, found);
            }
        }
    }
}
