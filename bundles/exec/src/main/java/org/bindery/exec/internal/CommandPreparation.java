package org.bindery.exec.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.internal.Definitions.CommandDefinition;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/** Turns a command into what the platform is asked to start: file, arguments, environment, folder. */
final class CommandPreparation {

    /** Where a command runs. */
    record Site(PluginFiles plugin, JobFolder folder, Placeholders placeholders, String mark, boolean warm) {}

    private final Map<String, CommandDefinition> commands;
    private final ChildEnvironment environment;
    private final ArgumentCheck arguments;

    CommandPreparation(Map<String, CommandDefinition> commands, ChildEnvironment environment, ArgumentCheck arguments) {
        this.commands = commands;
        this.environment = environment;
        this.arguments = arguments;
    }

    LaunchSpec prepare(String caller, ServiceDefinition service, ProgramCommand command, Site site)
            throws CallFailedException {
        String named = site.placeholders().fill(command.program());
        Optional<CommandDefinition> definition =
                service.commands().contains(named) ? Optional.ofNullable(commands.get(named)) : Optional.empty();
        Map<String, String> variables = variables(service, definition, command, site);
        String program = definition.map(CommandDefinition::program).orElse(named);
        List<String> argv = new ArrayList<>();
        argv.add(find(caller, service, site.placeholders().fill(program), variables, site.plugin()));
        definition.ifPresent(found -> found.arguments().forEach(argument -> argv.add(fill(argument, site))));
        command.arguments().forEach(argument -> argv.add(argument(argument, site)));
        arguments.check(caller, argv);
        return new LaunchSpec(
                List.copyOf(argv), Map.copyOf(variables), site.folder().work(), script(definition, argv, site));
    }

    /** Only a script alone can be run by an interpreter that has started already: options would come too late. */
    private static Optional<LaunchSpec.Script> script(
            Optional<CommandDefinition> definition, List<String> argv, Site site) {
        if (!site.warm() || argv.size() < 2 || !isScript(argv.get(1))) {
            return Optional.empty();
        }
        return definition
                .flatMap(CommandDefinition::standby)
                .map(interpreter -> new LaunchSpec.Script(
                        interpreter, Path.of(argv.get(1)), site.plugin().folder()));
    }

    private static boolean isScript(String argument) {
        return argument.startsWith("/") && Files.isRegularFile(Path.of(argument));
    }

    private Map<String, String> variables(
            ServiceDefinition service, Optional<CommandDefinition> definition, ProgramCommand command, Site site) {
        Map<String, String> variables = new HashMap<>();
        definition.ifPresent(found -> variables.putAll(found.environment()));
        variables.putAll(service.environment());
        variables.putAll(command.environment());
        variables.replaceAll((name, value) -> fill(value, site));
        Map<String, String> all = environment.in(site.folder(), site.mark());
        all.putAll(variables);
        all.put(LaunchSpec.MARK, site.mark());
        return all;
    }

    /** Only a text without placeholders can be the name of a file: what they hold is data. */
    private static String argument(String argument, Site site) {
        String filled = fill(argument, site);
        return filled.equals(argument)
                ? site.plugin().find(argument).map(Path::toString).orElse(argument)
                : filled;
    }

    private static String fill(String text, Site site) {
        return site.placeholders().fill(text);
    }

    private static String find(
            String caller, ServiceDefinition service, String program, Map<String, String> variables, PluginFiles plugin)
            throws CallFailedException {
        String path = variables.getOrDefault("PATH", "");
        return new ProgramLookup(path)
                .find(program, plugin)
                .map(Path::toString)
                .orElseThrow(() -> new CallFailedException(
                        Failure.Kind.BAD_COMMAND,
                        caller + ": program " + program + " of service " + service.name() + " is neither on PATH ("
                                + path + ") nor an executable file of the plugin",
                        "Install it, or set commands." + program + ".prog of " + ExecConfiguration.PID));
    }
}
