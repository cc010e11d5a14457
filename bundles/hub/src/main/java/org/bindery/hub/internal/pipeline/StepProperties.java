package org.bindery.hub.internal.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the service properties of a step and collects everything that is wrong with them. */
final class StepProperties {

    static final String STEP = "bindery.step";
    static final String OBJECTTYPES = "bindery.objecttypes";
    static final String ORDER = "bindery.order";
    static final String BUDGET = "bindery.budget";
    static final String RANKING = "service.ranking";

    /** Colon, comma and star are left out because the configuration names steps as {@code plugin:step}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Map<String, Object> properties;
    private final List<String> problems = new ArrayList<>();
    private final StepDeclaration declaration;

    StepProperties(Map<String, Object> properties) {
        this.properties = properties;
        this.declaration = new StepDeclaration(
                name(), objecttypes(), (int) whole(ORDER, Integer.MIN_VALUE, Integer.MAX_VALUE), budget(), ranking());
    }

    /** @return what is wrong, one sentence each; empty if the step can run */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** @return the declaration; empty if something is wrong */
    Optional<StepDeclaration> declaration() {
        return problems.isEmpty() ? Optional.of(declaration) : Optional.empty();
    }

    /** @return the step's name if it has a usable one, else an empty string; for showing a refused step */
    String shownName() {
        return declaration.step();
    }

    private String name() {
        Object value = properties.get(STEP);
        if (value == null) {
            problems.add("The service property " + STEP + " is missing.");
            return "";
        }
        if (value instanceof String name && NAME.matcher(name).matches()) {
            return name;
        }
        problems.add("The service property " + STEP + " must be a String of 1 to 100 letters, digits, '.', '_' or '-'"
                + " that starts with a letter or digit, but is " + shown(value) + ".");
        return "";
    }

    private Set<String> objecttypes() {
        Object value = properties.get(OBJECTTYPES);
        Collection<?> items = List.of();
        if (value instanceof Collection<?> several) {
            items = several;
        } else if (value instanceof String[] several) {
            items = List.of(several);
        } else if (value != null) {
            items = List.of(value);
        }
        Set<String> names = new LinkedHashSet<>();
        for (Object item : items) {
            if (item instanceof String name && !name.isBlank()) {
                names.add(name);
            } else {
                problems.add("The service property " + OBJECTTYPES + " must be a String or String[] of objecttypes,"
                        + " but contains " + shown(item) + ".");
            }
        }
        return names;
    }

    private long budget() {
        return whole(BUDGET, 0, Long.MAX_VALUE / 1_000_000);
    }

    private int ranking() {
        return (int) whole(RANKING, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long whole(String key, long least, long most) {
        Object value = properties.get(key);
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add("The service property " + key + " must be a whole number from " + least + " to " + most
                + ", but is " + shown(value) + ".");
        return 0;
    }

    private static String shown(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " '" + Sentences.cut(value) + "'";
    }
}
