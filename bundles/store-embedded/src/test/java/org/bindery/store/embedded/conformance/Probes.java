package org.bindery.store.embedded.conformance;

import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.conformance.Probe.Check;

/** Collects the probes of one group. */
final class Probes {

    private final String group;
    private final List<Probe> all = new ArrayList<>();

    Probes(String group) {
        this.group = group;
    }

    /** The store must answer exactly this. */
    Probes right(String name, String expected, Check check) {
        all.add(new Probe(group, name, expected, false, check));
        return this;
    }

    /** The store must answer this, or refuse with an error code. */
    Probes rightOrRefused(String name, String expected, Check check) {
        all.add(new Probe(group, name, expected, true, check));
        return this;
    }

    /** The store must refuse; MongoDB would do so with this code. */
    Probes refused(String name, int code, Check check) {
        return rightOrRefused(name, "error " + code, check);
    }

    List<Probe> list() {
        return List.copyOf(all);
    }
}
