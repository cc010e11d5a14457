package org.bindery.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A store for the tests of one class: the embedded one in a temporary folder, or the one {@code -Dbindery.mongo.uri}
 * names. Every test works in a database of its own, which is dropped after it.
 */
final class TestStore implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final String URI = System.getProperty("bindery.mongo.uri", "");

    private TestFolder folder;
    private OpenedStore opened;
    private StoreClient current;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = new TestFolder();
        opened = OpenedStore.open(URI, folder.path(), TestSettings.defaults());
    }

    /** The opened store itself. */
    OpenedStore opened() {
        return opened;
    }

    /** The store in the database of this test, with collections and indexes. */
    StoreClient client() {
        if (current == null) {
            current = opened.store().in("test_" + UUID.randomUUID().toString().replace("-", ""));
            new StoreIndexes(current.collections()).create();
        }
        return current;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (current != null) {
            current.collections().database().drop();
            current = null;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        opened.close();
        folder.delete();
    }

    /** Where the embedded store has its data. */
    Path path() {
        return folder.path();
    }
}
