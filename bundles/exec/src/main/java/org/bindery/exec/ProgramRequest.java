package org.bindery.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A call of one or more programs. Immutable; the {@code with…} methods return a changed copy.
 *
 * @param caller who calls, for messages and logs, such as {@code shelf:db_pre_save}; never null
 * @param chain the programs; never null
 * @param input what they read; never null
 * @param placeholders values by name without the percent signs, such as {@code info.json}; never null
 * @param limits time and size; never null
 * @param context where the call stands; never null
 * @param rules how the answer is read; never null
 * @param diagnostics takes each line of the programs' stderr while they run, from other threads, one line at a time;
 *     must be quick; never null
 */
public record ProgramRequest(
        String caller,
        ProgramChain chain,
        ProgramInput input,
        Map<String, String> placeholders,
        CallLimits limits,
        CallContext context,
        ResponseRules rules,
        Consumer<String> diagnostics) {

    /**
     * Checks for missing parts and copies the placeholders.
     *
     * @throws NullPointerException if a part is null
     */
    public ProgramRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(diagnostics, "diagnostics");
        placeholders = Map.copyOf(placeholders);
    }

    /**
     * Makes an interactive call without input, placeholders or a reader of stderr, within the default limits.
     *
     * @param caller who calls, for messages and logs; not null
     * @param chain the programs; not null
     * @return the request
     */
    public static ProgramRequest of(String caller, ProgramChain chain) {
        return new ProgramRequest(
                caller,
                chain,
                ProgramInput.none(),
                Map.of(),
                CallLimits.DEFAULT,
                CallContext.interactive(),
                ResponseRules.DEFAULT,
                line -> {});
    }

    /**
     * Sets what the programs read.
     *
     * @param newInput the input; not null
     * @return a copy with the input
     */
    public ProgramRequest withInput(ProgramInput newInput) {
        return new ProgramRequest(caller, chain, newInput, placeholders, limits, context, rules, diagnostics);
    }

    /**
     * Adds a placeholder. Names the runner fills itself (see {@link ProgramChain}) win over the request's.
     *
     * @param name the name without percent signs; not null
     * @param value the text it stands for; not null
     * @return a copy with the placeholder
     */
    public ProgramRequest withPlaceholder(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(placeholders);
        more.put(name, value);
        return new ProgramRequest(caller, chain, input, more, limits, context, rules, diagnostics);
    }

    /**
     * Sets time and size.
     *
     * @param newLimits the limits; not null
     * @return a copy with the limits
     */
    public ProgramRequest withLimits(CallLimits newLimits) {
        return new ProgramRequest(caller, chain, input, placeholders, newLimits, context, rules, diagnostics);
    }

    /**
     * Sets where the call stands.
     *
     * @param newContext the context; not null
     * @return a copy with the context
     */
    public ProgramRequest withContext(CallContext newContext) {
        return new ProgramRequest(caller, chain, input, placeholders, limits, newContext, rules, diagnostics);
    }

    /**
     * Sets how the answer is read.
     *
     * @param newRules the rules; not null
     * @return a copy with the rules
     */
    public ProgramRequest withRules(ResponseRules newRules) {
        return new ProgramRequest(caller, chain, input, placeholders, limits, context, newRules, diagnostics);
    }

    /**
     * Sets who reads stderr.
     *
     * @param reader takes each line; not null
     * @return a copy with the reader
     */
    public ProgramRequest withDiagnostics(Consumer<String> reader) {
        return new ProgramRequest(caller, chain, input, placeholders, limits, context, rules, reader);
    }
}
