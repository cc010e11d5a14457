package org.bindery.exec.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The environment of programs: little, and nothing of Bindery's own that is not named. */
final class ChildEnvironment {

    private final Map<String, String> base = new HashMap<>();

    /**
     * @param own Bindery's environment
     * @param inherited names of variables that programs get from it
     * @param configured variables of every program; they win
     */
    ChildEnvironment(Map<String, String> own, Collection<String> inherited, Map<String, String> configured) {
        for (String name : inherited) {
            if (own.containsKey(name)) {
                base.put(name, own.get(name));
            }
        }
        base.putAll(configured);
    }

    /** @return the variables of a program before those of its command, service and call */
    Map<String, String> in(JobFolder folder, String mark) {
        Map<String, String> variables = new HashMap<>(base);
        variables.put("HOME", folder.home().toString());
        variables.put("TMPDIR", folder.temporary().toString());
        variables.put(LaunchSpec.MARK, mark);
        return variables;
    }
}
