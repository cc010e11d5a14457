package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.DocumentStore.Save;
import org.bindery.hub.store.DocumentStore.Versioned;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.StaleVersionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDocumentStoreTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private DocumentStore documents;

    @BeforeEach
    void open() {
        documents = new MongoDocumentStore(STORE.client());
    }

    @Test
    void keepsDocumentsByKindAndKeyInTheOrderOfKeys() {
        documents.save(DocumentKind.CONFIG, "b", content("2"), 0);
        documents.save(DocumentKind.CONFIG, "a", content("1"), 0);
        documents.save(DocumentKind.SCHEMA, "a", content("3"), 0);
        assertThat(documents.find(DocumentKind.CONFIG, "a")).contains(new Versioned("a", 1, content("1")));
        assertThat(documents.list(DocumentKind.CONFIG))
                .containsExactly(new Versioned("a", 1, content("1")), new Versioned("b", 1, content("2")));
        documents.delete(DocumentKind.CONFIG, "a");
        documents.delete(DocumentKind.CONFIG, "a");
        assertThat(documents.find(DocumentKind.CONFIG, "a")).isEmpty();
        assertThat(documents.find(DocumentKind.SCHEMA, "a")).isPresent();
    }

    @Test
    void raisesTheVersionWithEachWriteAndRefusesWritersThatSawAnother() {
        assertThat(documents.save(DocumentKind.CONFIG, "a", content("1"), 0)).isEqualTo(1);
        assertThat(documents.save(DocumentKind.CONFIG, "a", content("2"), 1)).isEqualTo(2);
        for (long seen : new long[] {0, 1, 3}) {
            StaleVersionException stale = catchThrowableOfType(
                    StaleVersionException.class, () -> documents.save(DocumentKind.CONFIG, "a", content("late"), seen));
            assertThat(stale.currentVersion()).isEqualTo(2);
            assertThat(stale.objecttype()).isEqualTo("config a");
        }
        StaleVersionException missing = catchThrowableOfType(
                StaleVersionException.class, () -> documents.save(DocumentKind.CONFIG, "none", content("x"), 1));
        assertThat(missing.currentVersion()).isZero();
    }

    @Test
    void writesSeveralOrNone() {
        documents.save(DocumentKind.MASK, "CURRENT", content("old"), 0);
        List<Save> saves = List.of(
                new Save(DocumentKind.SCHEMA, "CURRENT", content("new"), 0),
                new Save(DocumentKind.MASK, "CURRENT", content("new"), 7));
        assertThat(catchThrowableOfType(StaleVersionException.class, () -> documents.saveAll(saves)))
                .isNotNull();
        assertThat(documents.find(DocumentKind.SCHEMA, "CURRENT")).isEmpty();
    }

    @Test
    void givesALoginToOneUserOnlyAndNeedsNone() {
        documents.save(DocumentKind.USER, "1", user("root"), 0);
        DuplicateValueException taken = catchThrowableOfType(
                DuplicateValueException.class, () -> documents.save(DocumentKind.USER, "2", user("root"), 0));
        assertThat(taken.key()).isEqualTo("login");
        assertThat(taken.value()).isEqualTo("root");
        documents.save(DocumentKind.USER, "3", content("no login"), 0);
        documents.save(DocumentKind.USER, "4", content("no login either"), 0);
        assertThat(documents.list(DocumentKind.USER)).hasSize(3);
    }

    private static ObjectNode content(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    private static ObjectNode user(String login) {
        return JsonNodeFactory.instance.objectNode().put("login", login);
    }
}
