package org.bindery.deploy.internal.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindery.api.plugin.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Says in plain words what an unresolved bundle lacks. */
public final class MissingNeeds {

    private static final int MAX_DEPTH = 4;
    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final FrameworkWiring wiring;

    /** @param context any context of the framework */
    public MissingNeeds(BundleContext context) {
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
    }

    /** @return sentences: what is missing, and what to do */
    public String of(Bundle bundle) {
        Set<String> missing = new LinkedHashSet<>();
        collect(bundle, missing, 0);
        if (missing.isEmpty()) {
            return "All it needs is there, but does not fit together, for example two versions of one package."
                    + " Build it against this version of Bindery.";
        }
        return "It needs " + String.join("; and it needs ", missing) + ".";
    }

    private void collect(Bundle bundle, Set<String> missing, int depth) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || depth > MAX_DEPTH) {
            return;
        }
        for (BundleRequirement need : revision.getDeclaredRequirements(null)) {
            if (isMandatory(need)) {
                Collection<BundleCapability> offers = wiring.findProviders(need);
                if (offers.isEmpty()) {
                    missing.add(describe(need));
                } else if (offers.stream().noneMatch(offer -> isUsable(offer, bundle))) {
                    blocked(offers.iterator().next().getRevision().getBundle(), bundle, missing, depth);
                }
            }
        }
    }

    /** All offers come from bundles that cannot run themselves: name the first and what it lacks. */
    private void blocked(Bundle offering, Bundle needing, Set<String> missing, int depth) {
        if (offering.getBundleId() == needing.getBundleId()) {
            return;
        }
        Set<String> behind = new LinkedHashSet<>();
        collect(offering, behind, depth + 1);
        behind.forEach(need -> missing.add(offering.getSymbolicName() + ", which itself needs " + need));
    }

    private static boolean isUsable(BundleCapability offer, Bundle needing) {
        Bundle offering = offer.getRevision().getBundle();
        return offering.getBundleId() == needing.getBundleId() || offering.getState() >= Bundle.RESOLVED;
    }

    private static boolean isMandatory(BundleRequirement need) {
        boolean optional = Namespace.RESOLUTION_OPTIONAL.equals(
                need.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        boolean dynamic = PackageNamespace.RESOLUTION_DYNAMIC.equals(
                need.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        String effective = need.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !optional && !dynamic && (effective == null || Namespace.EFFECTIVE_RESOLVE.equals(effective));
    }

    private String describe(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        String name = value(need.getNamespace(), filter);
        return switch (need.getNamespace()) {
            case Plugin.NAMESPACE -> "plugin '" + name + "', which is not there: copy its jar into the deploy folder";
            case PackageNamespace.PACKAGE_NAMESPACE -> "package " + name + versions(filter) + offered(name);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "Java " + value("version", filter)
                        + " or later, but this is Java " + Runtime.version().feature()
                        + ": run Bindery on a later Java or build the plugin for this one";
            default ->
                need.getNamespace() + " " + (name.isEmpty() ? filter : name) + versions(filter)
                        + ", which nothing offers";
        };
    }

    private static String value(String attribute, String filter) {
        Matcher matcher = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]+)\\)")
                .matcher(filter);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String versions(String filter) {
        Matcher from = AT_LEAST.matcher(filter);
        Matcher to = BELOW.matcher(filter);
        String low = from.find() ? " from " + from.group(1) : "";
        return to.find() ? low + " to below " + to.group(1) : low;
    }

    /** A package of another version is the usual cause; saying which there is saves the search. */
    private String offered(String name) {
        List<String> offers = new ArrayList<>();
        for (BundleCapability offer : wiring.findProviders(new PackageNeed(name))) {
            offers.add(offer.getAttributes().get(Constants.VERSION_ATTRIBUTE) + " by "
                    + offer.getRevision().getBundle().getSymbolicName());
        }
        return offers.isEmpty()
                ? ", which no bundle offers: pack it into the plugin or deploy the bundle that has it"
                : ", but there is only " + String.join(", ", offers) + ": build the plugin against that version";
    }

    /** A package in whatever version. */
    private record PackageNeed(String name) implements Requirement {
        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(
                    Namespace.REQUIREMENT_FILTER_DIRECTIVE,
                    "(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + name + ")");
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            return null;
        }
    }
}
