package org.bindery.exec.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bindery.exec.internal.Definitions.CommandDefinition;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/**
 * Start-up checks of commands, run when first needed and remembered. A failed one is repeated by the next call after a
 * while, so that a service heals by itself when its interpreter is installed.
 */
final class ServiceChecks {

    /** Runs the check of one command. */
    interface Check {
        Verdict run(CommandDefinition command);
    }

    /** @param text what was found, or why the command is not usable */
    record Verdict(boolean usable, String text) {}

    private record Remembered(Verdict verdict, Deadline until) {}

    private final Map<String, CommandDefinition> commands;
    private final Check check;
    private final Duration retry;
    private final Map<String, Remembered> known = new ConcurrentHashMap<>();

    ServiceChecks(Map<String, CommandDefinition> commands, Check check, Duration retry) {
        this.commands = commands;
        this.check = check;
        this.retry = retry;
    }

    /** @return what is known about a service; a service without commands, or without checks, is usable */
    Verdict of(ServiceDefinition service) {
        StringBuilder found = new StringBuilder();
        for (String name : service.commands()) {
            Optional<Verdict> verdict = of(commands.get(name));
            if (verdict.isPresent() && !verdict.get().usable()) {
                return verdict.get();
            }
            verdict.filter(one -> found.indexOf(one.text()) < 0)
                    .ifPresent(
                            one -> found.append(found.length() == 0 ? "" : ", ").append(one.text()));
        }
        return new Verdict(true, found.toString());
    }

    void forget(ServiceDefinition service) {
        service.commands().forEach(known::remove);
    }

    private Optional<Verdict> of(CommandDefinition command) {
        if (command.checkPattern().isEmpty()) {
            return Optional.empty();
        }
        // One check at a time per command; others who need it wait for its outcome.
        Remembered now = known.compute(command.name(), (name, before) -> isFresh(before) ? before : checked(command));
        return Optional.of(now.verdict());
    }

    private static boolean isFresh(Remembered before) {
        return before != null && (before.verdict().usable() || !before.until().passed());
    }

    private Remembered checked(CommandDefinition command) {
        Verdict verdict = check.run(command);
        return new Remembered(verdict, Deadline.in(retry));
    }
}
