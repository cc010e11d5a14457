package org.bindery.itests.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of a README that are commands, each with the answer shown below it. */
record Readme(List<Step> steps) {

    /**
     * A block {@code sh} and the block {@code text} that follows it, if any.
     *
     * @param command what a reader types
     * @param shown lines the reader is promised; empty if no answer is shown
     */
    record Step(String command, List<String> shown) {}

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    static Readme of(String markdown) {
        List<Step> steps = new ArrayList<>();
        String before = "";
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            String kind = block.group(1);
            String body = block.group(2);
            if (kind.equals("sh")) {
                steps.add(new Step(body, List.of()));
            } else if (kind.equals("text") && before.equals("sh")) {
                steps.set(
                        steps.size() - 1,
                        new Step(
                                steps.get(steps.size() - 1).command(),
                                body.lines().toList()));
            }
            before = kind;
        }
        return new Readme(List.copyOf(steps));
    }
}
