package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Checks GeoJSON (RFC 7946): types, and how deep positions stand in coordinates. */
final class GeoJson {

    private static final Map<String, Integer> LEVELS = Map.of(
            "Point", 0,
            "MultiPoint", 1,
            "LineString", 1,
            "MultiLineString", 2,
            "Polygon", 2,
            "MultiPolygon", 3);

    private GeoJson() {}

    static void check(JsonNode json, String at) throws WrongValueException {
        if (!json.isObject()) {
            throw new WrongValueException(at, "must be a GeoJSON object");
        }
        String type = json.path("type").asText();
        switch (type) {
            case "Feature" -> checkFeature(json, at);
            case "FeatureCollection" -> checkAll(json.path("features"), at + ".features");
            case "GeometryCollection" -> checkAll(json.path("geometries"), at + ".geometries");
            default -> checkGeometry(json, type, at);
        }
    }

    private static void checkFeature(JsonNode feature, String at) throws WrongValueException {
        if (feature.hasNonNull("geometry")) {
            check(feature.get("geometry"), at + ".geometry");
        }
    }

    private static void checkAll(JsonNode items, String at) throws WrongValueException {
        if (!items.isArray()) {
            throw new WrongValueException(at, "must be an array");
        }
        for (int i = 0; i < items.size(); i++) {
            check(items.get(i), at + "[" + i + "]");
        }
    }

    private static void checkGeometry(JsonNode geometry, String type, String at) throws WrongValueException {
        Integer levels = LEVELS.get(type);
        if (levels == null) {
            throw new WrongValueException(at + ".type", "is no type of GeoJSON");
        }
        checkCoordinates(geometry.path("coordinates"), levels, at + ".coordinates");
    }

    private static void checkCoordinates(JsonNode coordinates, int levels, String at) throws WrongValueException {
        if (!coordinates.isArray()) {
            throw new WrongValueException(at, "must be an array");
        }
        if (levels == 0) {
            checkPosition(coordinates, at);
            return;
        }
        for (JsonNode inner : coordinates) {
            checkCoordinates(inner, levels - 1, at);
        }
    }

    private static void checkPosition(JsonNode position, String at) throws WrongValueException {
        if (position.size() < 2 || position.size() > 4) {
            throw new WrongValueException(at, "must have positions of 2 to 4 numbers");
        }
        for (JsonNode number : position) {
            if (!number.isNumber()) {
                throw new WrongValueException(at, "must have positions of numbers");
            }
        }
    }
}
