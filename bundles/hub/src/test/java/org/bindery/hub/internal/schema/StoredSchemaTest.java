package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.memory.MemoryDocumentStore;
import org.bindery.hub.internal.memory.MemoryRecordStore;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.StoredRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Covers {@link StoredSchema} with its SchemaCommits, SchemaDocuments and MaskState. */
class StoredSchemaTest {

    private static final Session ROOT =
            new Session(new SaveUser(1, "root", "root"), Set.of(Session.ROOT), List.of("en-US"));
    private static final Session GUEST = new Session(new SaveUser(2, "guest", "guest"), Set.of(), List.of());
    private static final String TITLE = "[{'name':'title','type':'text'}]";

    private final MemoryDocumentStore documents = new MemoryDocumentStore();
    private final MemoryRecordStore records = new MemoryRecordStore();
    private final StoredSchema schema = open();

    private StoredSchema open() {
        StoredSchema opened =
                new StoredSchema(documents, records, SchemaFixture.LIMITS, Duration.ofSeconds(1), Duration.ofMillis(1));
        awaitReady(opened);
        return opened;
    }

    private static void awaitReady(StoredSchema opened) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (opened.problem().isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(opened.problem()).isEmpty();
    }

    @AfterEach
    void stop() {
        schema.stop();
    }

    private void commit(String columns) {
        schema.saveHead(ROOT, SchemaFixture.item(columns));
        schema.commit(ROOT);
    }

    private static ApiException refusal(Runnable call) {
        return catchThrowableOfType(ApiException.class, call::run);
    }

    private static StoredRecord record() {
        return new StoredRecord(1, "item", 1, 1, "u", JsonNodeFactory.instance.objectNode());
    }

    @Test
    void before_the_first_commit_the_data_model_is_empty() {
        assertThat(schema.schema("CURRENT").path("version").asInt()).isZero();
        assertThat(schema.schema("HEAD").path("tables").isEmpty()).isTrue();
        assertThat(schema.objecttypes().isEmpty()).isTrue();
        assertThat(schema.masks("CURRENT").path("masks").isEmpty()).isTrue();
    }

    @Test
    void a_draft_counts_only_after_its_commit() {
        ObjectNode head = schema.saveHead(ROOT, SchemaFixture.item(TITLE));
        assertThat(head.at("/tables/0/columns/0/column_id").asInt()).isEqualTo(1);
        assertThat(schema.objecttypes().isEmpty()).isTrue();
        ObjectNode current = schema.commit(ROOT);
        assertThat(current.path("version").asInt()).isEqualTo(1);
        assertThat(schema.objecttypes())
                .hasToString("[{\"_basetype\":\"objecttype\",\"objecttype\":{\"_id\":1,\"name\":\"item\"}}]");
        assertThat(schema.current().version()).isEqualTo(1);
    }

    @Test
    void every_committed_version_stays_readable() {
        commit(TITLE);
        commit("[]");
        assertThat(schema.schema("1").at("/tables/0/columns")).hasSize(1);
        assertThat(schema.schema("2").at("/tables/0/columns")).isEmpty();
        assertThat(schema.masks("2").path("version").asInt()).isEqualTo(2);
        assertThat(refusal(() -> schema.schema("3")).error().statuscode()).isEqualTo(404);
        assertThat(refusal(() -> schema.masks("$where")).error().code()).isEqualTo("ResourceNotFound");
    }

    @Test
    void a_committed_data_model_is_there_after_a_restart() {
        commit(TITLE);
        schema.stop();
        StoredSchema again = open();
        assertThat(again.current().objecttype("item")).isPresent();
        again.stop();
    }

    @Test
    void a_draft_with_problems_changes_nothing() {
        schema.saveHead(ROOT, SchemaFixture.item(TITLE));
        ApiException e = refusal(() ->
                schema.saveHead(ROOT, SchemaFixture.item("[{'name':'a','type':'blob'},{'name':'b','type':'link'}]")));
        assertThat(SchemaFixture.problems(e)).hasSize(2);
        assertThat(schema.schema("HEAD").at("/tables/0/columns/0/name").asText())
                .isEqualTo("title");
    }

    @Test
    void a_change_that_spoils_stored_objects_is_refused_and_nothing_is_lost() {
        commit(TITLE);
        records.write(writer -> writer.insert(record()));
        schema.saveHead(ROOT, SchemaFixture.item("[{'name':'title','type':'number'}]"));
        ApiException e = refusal(() -> schema.commit(ROOT));
        assertThat(e.error().code()).isEqualTo("SchemaInconsistent");
        assertThat(SchemaFixture.problems(e)).singleElement().asString().startsWith("IncompatibleChange");
        assertThat(schema.current().version()).isEqualTo(1);
    }

    @Test
    void masks_are_committed_with_the_data_model() {
        schema.saveHead(ROOT, SchemaFixture.item(TITLE));
        schema.saveMasks(
                ROOT,
                Json.object("{'masks':[{'name':'short','table_name_hint':'item',"
                        + "'fields':[{'column_name_hint':'title'}]}]}"));
        schema.commit(ROOT);
        assertThat(schema.masks("CURRENT").at("/masks/0/name").asText()).isEqualTo("short");
        assertThat(schema.current().objecttype("item").orElseThrow().mask("short"))
                .isPresent();
    }

    @Test
    void a_mask_that_shows_a_removed_column_keeps_the_commit_away() {
        masks_are_committed_with_the_data_model();
        schema.saveHead(ROOT, SchemaFixture.item("[]"));
        assertThat(SchemaFixture.problems(refusal(() -> schema.commit(ROOT)))).hasSize(1);
    }

    @Test
    void what_the_store_could_not_hold_is_refused() {
        String deep = "{'x':".repeat(20) + "1" + "}".repeat(20);
        ObjectNode draft = SchemaFixture.item("[{'name':'a','type':'text','custom_settings':" + deep + "}]");
        assertThat(SchemaFixture.problems(refusal(() -> schema.saveHead(ROOT, draft))))
                .hasSize(1);
        ObjectNode broken = SchemaFixture.item(TITLE).put("comment", "\ud800");
        assertThat(SchemaFixture.problems(refusal(() -> schema.saveHead(ROOT, broken))))
                .hasSize(1);
        ObjectNode large = SchemaFixture.item(TITLE);
        for (int i = 0; i < 50; i++) {
            large.put("comment" + i, "x".repeat(900));
        }
        assertThat(SchemaFixture.problems(refusal(() -> schema.saveHead(ROOT, large))))
                .hasSize(1);
        ObjectNode masks = Json.object("{'masks':[]}").put("comment", "\ud800");
        assertThat(SchemaFixture.problems(refusal(() -> schema.saveMasks(ROOT, masks))))
                .hasSize(1);
    }

    @Test
    void only_root_changes_the_data_model() {
        assertThat(refusal(() -> schema.saveHead(GUEST, SchemaFixture.item(TITLE)))
                        .error()
                        .statuscode())
                .isEqualTo(403);
        assertThat(refusal(() -> schema.commit(GUEST)).error().code()).isEqualTo("SystemRightRequired");
        assertThat(refusal(() -> schema.saveMasks(GUEST, Json.object("{'masks':[]}")))
                        .error()
                        .statuscode())
                .isEqualTo(403);
    }

    @Test
    void a_commit_somebody_else_overtook_is_refused() {
        SchemaDocuments mine = new SchemaDocuments(documents);
        schema.saveHead(ROOT, SchemaFixture.item(TITLE));
        SchemaState seen = mine.headSchema();
        schema.saveHead(ROOT, SchemaFixture.item("[]"));
        assertThat(refusal(() -> mine.saveHead(seen)).error().code()).isEqualTo("SchemaChanged");
    }

    @Test
    void without_the_store_it_waits_and_says_why() {
        schema.stop();
        documents.setAway(true);
        StoredSchema waiting =
                new StoredSchema(documents, records, SchemaFixture.LIMITS, Duration.ofSeconds(1), Duration.ofMillis(1));
        assertThat(waiting.name()).isEqualTo("hub");
        assertThat(waiting.problem()).isPresent();
        assertThat(refusal(waiting::current).error().statuscode()).isEqualTo(503);
        documents.setAway(false);
        awaitReady(waiting);
        waiting.stop();
    }

    @Test
    void after_a_commit_with_unknown_end_the_stored_data_model_is_loaded_again() {
        commit(TITLE);
        schema.saveHead(ROOT, SchemaFixture.item("[]"));
        documents.setAway(true);
        assertThat(refusal(() -> schema.commit(ROOT)).error().statuscode()).isEqualTo(503);
        documents.setAway(false);
        awaitReady(schema);
        assertThat(schema.current().version()).isEqualTo(1);
        assertThat(documents.find(DocumentKind.SCHEMA, "2")).isEmpty();
    }
}
