package org.bindery.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads feature files (OSGi Compendium chapter 159) as a stream. What this launcher would not act on is refused rather
 * than skipped, because a configuration that silently has no effect is worse than an error.
 */
final class FeatureReader {

    private static final String VERSION = "1.0";
    private static final int LAST_START_LEVEL = 30;
    private static final int LARGEST_FILE = 1 << 20;
    private static final int DEEPEST_NESTING = 10;
    private static final int MOST_BUNDLES = 1000;
    private static final Set<String> DESCRIPTIVE =
            Set.of("name", "description", "docURL", "license", "SCM", "vendor", "categories", "complete");

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxDocumentLength(LARGEST_FILE)
                    .build())
            .build();

    private String id = "";
    private final List<FeatureBundle> bundles = new ArrayList<>();

    private FeatureReader() {}

    static Feature read(Path file) {
        try (JsonParser json = JSON.createParser(Files.newBufferedReader(file))) {
            return new FeatureReader().feature(json);
        } catch (IOException | IllegalArgumentException e) {
            String sentence = "The feature file " + file + " cannot be used (" + Causes.of(e)
                    + "); correct it or unpack the distribution again.";
            throw new LaunchFailure(ExitCode.DAMAGED_INSTALLATION, sentence, e);
        }
    }

    private Feature feature(JsonParser json) throws IOException {
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            readField(json, field);
        }
        return new Feature(id, bundles);
    }

    private void readField(JsonParser json, String field) throws IOException {
        switch (field) {
            case "feature-resource-version" -> requireVersion(json.getText());
            case "id" -> id = json.getText();
            case "bundles" -> readBundles(json);
            default -> skipDescription(json, field);
        }
    }

    private static void requireVersion(String version) {
        if (!version.equals(VERSION)) {
            throw new IllegalArgumentException(
                    "feature-resource-version " + version + " is unknown, this is for " + VERSION);
        }
    }

    private static void skipDescription(JsonParser json, String field) throws IOException {
        if (!DESCRIPTIVE.contains(field)) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" is not supported; configurations belong into etc/<pid>.cfg");
        }
        json.skipChildren();
    }

    private void readBundles(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (bundles.size() == MOST_BUNDLES) {
                throw new IllegalArgumentException("more than " + MOST_BUNDLES + " bundles");
            }
            bundles.add(bundle(json));
        }
    }

    private static FeatureBundle bundle(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        ArtifactId artifact = null;
        int level = 0;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "id" -> artifact = ArtifactId.parse(json.getText());
                case "start-level" -> level = json.getIntValue();
                default -> throw new IllegalArgumentException("a bundle has the unknown entry \"" + field + "\"");
            }
        }
        if (artifact == null || level < 1 || level > LAST_START_LEVEL) {
            throw new IllegalArgumentException(
                    "a bundle needs an id and a start-level from 1 to " + LAST_START_LEVEL + ": " + artifact);
        }
        return new FeatureBundle(artifact, level);
    }

    private static void expect(JsonParser json, JsonToken actual, JsonToken expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("found " + actual + " where " + expected + " belongs, line "
                    + json.currentLocation().getLineNr());
        }
    }
}
