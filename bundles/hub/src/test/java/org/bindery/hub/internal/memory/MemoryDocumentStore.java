package org.bindery.hub.internal.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoreUnavailableException;

/** Documents in memory with the promises of the contract. */
public final class MemoryDocumentStore implements DocumentStore {

    private final Map<DocumentKind, Map<String, Versioned>> documents = new HashMap<>();
    private boolean away;

    /** From now on every call fails as if the store were gone, or works again. */
    public synchronized void setAway(boolean gone) {
        away = gone;
    }

    @Override
    public synchronized Optional<Versioned> find(DocumentKind kind, String key) {
        refuseIfAway();
        return Optional.ofNullable(of(kind).get(key))
                .map(found -> new Versioned(
                        found.key(), found.version(), found.content().deepCopy()));
    }

    @Override
    public synchronized List<Versioned> list(DocumentKind kind) {
        refuseIfAway();
        return List.copyOf(of(kind).values());
    }

    @Override
    public synchronized long save(DocumentKind kind, String key, ObjectNode content, long expectedVersion) {
        saveAll(List.of(new Save(kind, key, content, expectedVersion)));
        return expectedVersion + 1;
    }

    @Override
    public synchronized void saveAll(List<Save> saves) {
        refuseIfAway();
        for (Save save : saves) {
            Versioned stored = of(save.kind()).get(save.key());
            long version = stored == null ? 0 : stored.version();
            if (version != save.expectedVersion()) {
                throw new StaleVersionException(save.kind() + "/" + save.key(), 0, version);
            }
        }
        for (Save save : saves) {
            Versioned next = new Versioned(
                    save.key(), save.expectedVersion() + 1, save.content().deepCopy());
            of(save.kind()).put(save.key(), next);
        }
    }

    @Override
    public synchronized void delete(DocumentKind kind, String key) {
        refuseIfAway();
        of(kind).remove(key);
    }

    private Map<String, Versioned> of(DocumentKind kind) {
        return documents.computeIfAbsent(kind, name -> new TreeMap<>());
    }

    private void refuseIfAway() {
        if (away) {
            throw new StoreUnavailableException("The store is away", null);
        }
    }
}
