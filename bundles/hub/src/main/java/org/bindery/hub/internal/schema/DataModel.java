package org.bindery.hub.internal.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The committed data model, compiled for fast look-up. Immutable: a commit makes a new one. */
public final class DataModel {

    private final long version;
    private final List<Objecttype> objecttypes;
    private final Map<String, Objecttype> objecttypesByName;

    DataModel(long version, List<Objecttype> objecttypes) {
        this.version = version;
        Map<String, Objecttype> byName = new LinkedHashMap<>();
        objecttypes.forEach(objecttype -> byName.put(objecttype.name(), objecttype));
        this.objecttypes = List.copyOf(objecttypes);
        this.objecttypesByName = Collections.unmodifiableMap(byName);
    }

    /** Number of the commit that made it; 0 before the first. */
    public long version() {
        return version;
    }

    public Optional<Objecttype> objecttype(String name) {
        return Optional.ofNullable(objecttypesByName.get(name));
    }

    /** All objecttypes in the order of the data model. */
    public List<Objecttype> objecttypes() {
        return objecttypes;
    }
}
