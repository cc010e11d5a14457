package org.bindery.store.embedded.internal.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All collections at one moment. Immutable; a change makes a new one. */
public final class Catalogue {

    private final Map<String, CollectionInfo> collections;

    private Catalogue(Map<String, CollectionInfo> collections) {
        this.collections = collections;
    }

    public static Catalogue empty() {
        return new Catalogue(Map.of());
    }

    public Optional<CollectionInfo> find(Namespace name) {
        return Optional.ofNullable(collections.get(name.toString()));
    }

    public Collection<CollectionInfo> all() {
        return collections.values();
    }

    public int size() {
        return collections.size();
    }

    public Collection<CollectionInfo> of(String database) {
        return collections.values().stream()
                .filter(info -> info.name().database().equals(database))
                .toList();
    }

    public Collection<String> databases() {
        Collection<String> names = new TreeSet<>();
        collections.values().forEach(info -> names.add(info.name().database()));
        return names;
    }

    public Catalogue with(CollectionInfo info) {
        Map<String, CollectionInfo> more = new TreeMap<>(collections);
        more.put(info.name().toString(), info);
        return new Catalogue(more);
    }

    public Catalogue without(Namespace name) {
        Map<String, CollectionInfo> fewer = new TreeMap<>(collections);
        fewer.remove(name.toString());
        return new Catalogue(fewer);
    }
}
