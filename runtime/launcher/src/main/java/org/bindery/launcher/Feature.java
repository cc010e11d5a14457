package org.bindery.launcher;

import java.util.List;

/** A feature file: bundles that are installed together. */
record Feature(String id, List<FeatureBundle> bundles) {

    Feature {
        bundles = List.copyOf(bundles);
    }
}
