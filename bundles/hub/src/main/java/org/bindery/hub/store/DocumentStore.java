package org.bindery.hub.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the hub's own few documents by kind and key: data model versions, users, settings. Safe for use by many threads.
 * Every write is durable when the call returns.
 */
public interface DocumentStore {

    /**
     * A document with the version by which a writer proves that it saw the present state.
     *
     * @param key key within the kind
     * @param version from 1, rises by 1 with each write
     * @param content the document
     */
    record Versioned(String key, long version, ObjectNode content) {}

    /**
     * Reads a document.
     *
     * @param kind the kind
     * @param key the key
     * @return the document, or empty
     */
    Optional<Versioned> find(DocumentKind kind, String key);

    /**
     * Reads all documents of a kind, ordered by key.
     *
     * @param kind the kind
     * @return the documents; at most 10,000
     */
    List<Versioned> list(DocumentKind kind);

    /**
     * Writes a document.
     *
     * @param kind the kind
     * @param key the key
     * @param content the new content
     * @param expectedVersion the version stored now, 0 if there must be none
     * @return the new version
     * @throws StaleVersionException if another version is stored
     */
    long save(DocumentKind kind, String key, ObjectNode content, long expectedVersion);

    /**
     * Writes several documents as one transaction.
     *
     * @param saves what to write
     * @throws StaleVersionException if one of them has another version; nothing is written then
     */
    void saveAll(List<Save> saves);

    /**
     * One write of {@link #saveAll}.
     *
     * @param kind the kind
     * @param key the key
     * @param content the new content
     * @param expectedVersion the version stored now, 0 if there must be none
     */
    record Save(DocumentKind kind, String key, ObjectNode content, long expectedVersion) {}

    /**
     * Deletes a document, if it is there.
     *
     * @param kind the kind
     * @param key the key
     */
    void delete(DocumentKind kind, String key);
}
