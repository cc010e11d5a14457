package org.bindery.launcher;

/** One bundle of a feature file. */
record FeatureBundle(ArtifactId id, int startLevel) {}
