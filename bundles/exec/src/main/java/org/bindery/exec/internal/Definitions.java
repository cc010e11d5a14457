package org.bindery.exec.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Waiting groups, commands and services as configured: {@code groups.<name>=places}, {@code
 * commands.<name>.prog|args|env|check.args|check.regex|standby} and {@code services.<name>.group|commands|env}. Each key changes
 * one value of the defaults; a service without a group is switched off.
 */
record Definitions(
        Map<String, Integer> groups, Map<String, CommandDefinition> commands, Map<String, ServiceDefinition> services) {

    /** A program known by name. */
    record CommandDefinition(
            String name,
            String program,
            List<String> arguments,
            Map<String, String> environment,
            List<String> checkArguments,
            Optional<Pattern> checkPattern,
            Optional<LaunchSpec.Interpreter> standby) {}

    /** A named pool of programs. */
    record ServiceDefinition(String name, String group, List<String> commands, Map<String, String> environment) {}

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("groups.slow", 4),
            Map.entry("groups.medium", 6),
            Map.entry("groups.fast", 10),
            Map.entry("commands.node.prog", "node"),
            Map.entry("commands.node.check.args", "--version"),
            Map.entry("commands.node.check.regex", "^v(1[89]|[2-9]\\d)\\."),
            Map.entry("commands.node.standby", "node"),
            Map.entry("commands.python3.standby", "python"),
            Map.entry("commands.python.standby", "python"),
            Map.entry("commands.python3.prog", "python3"),
            Map.entry("commands.python3.check.args", "--version"),
            Map.entry("commands.python3.check.regex", "^Python 3\\."),
            Map.entry("commands.python.prog", "python3"),
            Map.entry("commands.python.check.args", "--version"),
            Map.entry("commands.python.check.regex", "^Python 3\\."),
            Map.entry("services.node.group", "slow"),
            Map.entry("services.node.commands", "node"),
            Map.entry("services.python3.group", "slow"),
            Map.entry("services.python3.commands", "python3,python"),
            Map.entry("services.python.group", "slow"),
            Map.entry("services.python.commands", "python,python3"),
            Map.entry("services.exec.group", "slow"));

    /** Reads the definitions from the properties of a configuration, over the defaults. */
    static Definitions of(Map<String, ?> properties) {
        Map<String, Object> merged = new TreeMap<>(DEFAULTS);
        merged.putAll(properties);
        Map<String, Integer> groups = new TreeMap<>();
        Map<String, CommandDefinition> commands = new TreeMap<>();
        Map<String, ServiceDefinition> services = new TreeMap<>();
        for (String key : merged.keySet()) {
            String[] parts = key.split("\\.", 3);
            if (parts.length == 2 && parts[0].equals("groups")) {
                groups.put(parts[1], places(key, PropertyText.of(merged.get(key))));
            } else if (parts.length == 3 && parts[0].equals("commands")) {
                commands.computeIfAbsent(parts[1], name -> command(name, merged));
            } else if (parts.length == 3 && parts[0].equals("services")) {
                services.computeIfAbsent(parts[1], name -> service(name, merged));
            }
        }
        services.values().removeIf(service -> service.group().isEmpty());
        check(groups, commands, services);
        return new Definitions(groups, commands, services);
    }

    private static int places(String key, String text) {
        try {
            int places = Integer.parseInt(text);
            if (places >= 1) {
                return places;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " must be a number of places, not " + text, e);
        }
        throw new IllegalArgumentException(key + " must be at least 1, not " + text);
    }

    private static CommandDefinition command(String name, Map<String, Object> properties) {
        String prefix = "commands." + name + ".";
        String program = PropertyText.of(properties.get(prefix + "prog"));
        return new CommandDefinition(
                name,
                program.isEmpty() ? name : program,
                PropertyText.list(properties.get(prefix + "args")),
                PropertyText.pairs(prefix + "env", PropertyText.list(properties.get(prefix + "env"))),
                PropertyText.list(properties.get(prefix + "check.args")),
                pattern(prefix + "check.regex", PropertyText.of(properties.get(prefix + "check.regex"))),
                standby(prefix + "standby", PropertyText.of(properties.get(prefix + "standby"))));
    }

    private static Optional<LaunchSpec.Interpreter> standby(String key, String text) {
        return switch (text) {
            case "" -> Optional.empty();
            case "node" -> Optional.of(LaunchSpec.Interpreter.NODE);
            case "python" -> Optional.of(LaunchSpec.Interpreter.PYTHON);
            default -> throw new IllegalArgumentException(key + " must be node, python or empty, not " + text);
        };
    }

    private static Optional<Pattern> pattern(String key, String regex) {
        try {
            return regex.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(regex, Pattern.MULTILINE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(key + " is not a regular expression: " + e.getDescription(), e);
        }
    }

    private static ServiceDefinition service(String name, Map<String, Object> properties) {
        String prefix = "services." + name + ".";
        return new ServiceDefinition(
                name,
                PropertyText.of(properties.get(prefix + "group")),
                PropertyText.list(properties.get(prefix + "commands")),
                PropertyText.pairs(prefix + "env", PropertyText.list(properties.get(prefix + "env"))));
    }

    private static void check(
            Map<String, Integer> groups,
            Map<String, CommandDefinition> commands,
            Map<String, ServiceDefinition> services) {
        for (ServiceDefinition service : services.values()) {
            if (!groups.containsKey(service.group())) {
                throw new IllegalArgumentException("services." + service.name() + ".group names " + service.group()
                        + ", but there is no groups." + service.group());
            }
            for (String command : service.commands()) {
                if (!commands.containsKey(command)) {
                    throw new IllegalArgumentException("services." + service.name() + ".commands names " + command
                            + ", but there is no commands." + command + ".prog");
                }
            }
        }
    }
}
