package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService.Deletion;
import org.bindery.hub.record.RecordService.Page;
import org.bindery.hub.record.SaveOptions;
import org.bindery.hub.store.StoredRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Covers {@link StoredRecords} with RecordSaves, CurrentRecords, Draft, Constraints, RecordWrites, RecordDeletes and
 * RecordErrors.
 */
class StoredRecordsTest {

    private static final SaveOptions DRY =
            new SaveOptions(Format.STANDARD, true, false, "POST", "/api/v1/db/item", Map.of());

    private final RecordsFixture hub = new RecordsFixture()
            .withItem(
                    "[{'name':'title','type':'text_oneline'},{'name':'count','type':'number'},"
                            + "{'name':'code','type':'string'},{'name':'public','type':'boolean'}]",
                    "[{'columns':[{'column_name_hint':'code'}]}]");

    @AfterEach
    void close() {
        hub.close();
    }

    private ApiError refusal(String objects) {
        return Refusals.of(() -> hub.save(objects));
    }

    @Test
    void a_new_object_gets_ids_and_version_one() {
        ObjectNode saved = hub.saveFields("{'title':'Vase'}");
        assertThat(saved.at("/item/_id").asLong()).isEqualTo(1);
        assertThat(saved.at("/item/_version").asLong()).isEqualTo(1);
        assertThat(saved.path("_system_object_id").asLong()).isEqualTo(1);
        assertThat(saved.path("_uuid").asText()).hasSize(36);
        assertThat(hub.find(1).at("/item/title").asText()).isEqualTo("Vase");
    }

    @Test
    void an_update_changes_only_what_was_sent() {
        hub.saveFields("{'title':'Vase','count':3}");
        hub.clock.advance(Duration.ofHours(1));
        hub.saveFields("{'_id':1,'_version':2,'count':4}");
        ObjectNode found = hub.find(1);
        assertThat(found.at("/item/title").asText()).isEqualTo("Vase");
        assertThat(found.at("/item/count").asLong()).isEqualTo(4);
        assertThat(found.path("_created").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(found.path("_last_modified").asText()).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(hub.store.history(1)).hasSize(1);
    }

    @Test
    void an_update_finds_its_object_by_any_id() {
        ObjectNode saved = hub.saveFields("{'code':'A'}");
        hub.save("[{'_system_object_id':1,'item':{'_version':2,'count':1}}]");
        hub.save("[{'_uuid':'" + saved.path("_uuid").asText() + "','item':{'_version':3,'count':2}}]");
        hub.save("[{'item':{'lookup:_id':{'code':'A'},'_version':4,'count':3}}]");
        assertThat(hub.find(1).at("/item/count").asLong()).isEqualTo(3);
        assertThat(refusal("[{'item':{'lookup:_id':{'code':'B'}}}]").code()).isEqualTo("LookupNotFound");
    }

    @Test
    void a_stale_version_is_refused_and_the_answer_names_the_current_one() {
        hub.saveFields("{}");
        hub.saveFields("{'_id':1,'_version':2}");
        ApiError error = refusal("[{'item':{'_id':1,'_version':2}}]");
        assertThat(error.code()).isEqualTo("VersionMismatch");
        assertThat(error.statuscode()).isEqualTo(400);
        assertThat(error.parameters().path("current").asLong()).isEqualTo(2);
        assertThat(error.error()).contains("version 2");
        assertThat(refusal("[{'item':{'_id':1}}]").code()).isEqualTo("VersionMismatch");
        assertThat(refusal("[{'item':{'_version':7}}]")
                        .parameters()
                        .path("current")
                        .asLong())
                .isZero();
    }

    @Test
    void a_save_another_one_overtook_is_refused_or_with_automatic_versions_repeated() {
        hub.saveFields("{'title':'a'}");
        hub.store.beforeNextWrite(() -> hub.saveFields("{'_id':1,'_version':2,'title':'b'}"));
        ApiError error = refusal("[{'item':{'_id':1,'_version':2,'count':1}}]");
        assertThat(error.code()).isEqualTo("VersionMismatch");
        assertThat(error.parameters().path("current").asLong()).isEqualTo(2);
        hub.store.beforeNextWrite(() -> hub.saveFields("{'_id':1,'_version':3,'title':'c'}"));
        hub.saveFields("{'_id':1,'_version:auto_increment':true,'count':2}");
        assertThat(hub.find(1).at("/item/_version").asLong()).isEqualTo(4);
        assertThat(hub.find(1).at("/item/title").asText()).isEqualTo("c");
    }

    @Test
    void a_group_gets_the_same_fields() {
        hub.save("[{'item':{'title':'a'}},{'item':{'title':'b'}}]");
        ArrayNode saved = hub.save("[{'item':{'_id':[1,2],'count':9}}]");
        assertThat(saved).hasSize(2);
        assertThat(hub.list()).allMatch(object -> object.at("/item/count").asLong() == 9);
    }

    @Test
    void the_same_object_twice_in_a_request_is_refused() {
        hub.saveFields("{}");
        assertThat(refusal("[{'item':{'_id':1,'_version':2}},{'item':{'_id':1,'_version':2}}]")
                        .error())
                .contains("twice");
        String uuid = "123e4567-e89b-12d3-a456-426614174000";
        assertThat(refusal("[{'_uuid':'" + uuid + "','item':{}},{'_uuid':'" + uuid + "','item':{}}]")
                        .error())
                .contains("twice");
    }

    @Test
    void a_client_may_choose_a_free_uuid() {
        String uuid = "123e4567-e89b-12d3-a456-426614174000";
        JsonNode saved = hub.save("[{'_uuid':'" + uuid + "','item':{}}]").get(0);
        assertThat(saved.path("_uuid").asText()).isEqualTo(uuid);
        assertThat(refusal("[{'_uuid':'" + uuid + "','item':{}}]").code()).isEqualTo("VersionMismatch");
    }

    @Test
    void what_is_not_there_cannot_be_updated() {
        assertThat(refusal("[{'item':{'_id':99,'_version':2}}]").statuscode()).isEqualTo(404);
        assertThat(refusal("[{'_system_object_id':99,'item':{'_version':2}}]").code())
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void a_request_is_saved_as_a_whole_or_not_at_all() {
        hub.saveFields("{'code':'A'}");
        ApiError error = refusal("[{'item':{'code':'B'}},{'item':{'code':'A'}}]");
        assertThat(error.code()).isEqualTo("DatabaseUniqueKeyViolation");
        assertThat(error.parameters().path("key").asText()).isEqualTo("code");
        assertThat(error.parameters().path("object").asInt()).isEqualTo(1);
        assertThat(hub.list()).hasSize(1);
    }

    @Test
    void unique_values_can_be_swapped_given_back_and_taken_again() {
        hub.save("[{'item':{'code':'A'}},{'item':{'code':'B'}}]");
        hub.save("[{'item':{'_id':1,'_version':2,'code':'B'}},{'item':{'_id':2,'_version':2,'code':'A'}}]");
        assertThat(hub.find(1).at("/item/code").asText()).isEqualTo("B");
        hub.saveFields("{'_id':1,'_version':3,'code':null}");
        hub.saveFields("{'code':'B'}");
        assertThat(refusal("[{'item':{'code':'C'}},{'item':{'code':'C'}}]").code())
                .isEqualTo("DatabaseUniqueKeyViolation");
        hub.save("[{'item':{'code':''}},{'item':{'code':''}}]");
    }

    @Test
    void of_many_parallel_inserts_of_a_unique_value_exactly_one_wins() throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(32);
        List<Callable<String>> inserts = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            inserts.add(() -> {
                try {
                    hub.saveFields("{'code':'only one'}");
                    return "saved";
                } catch (ApiException e) {
                    return e.error().code();
                }
            });
        }
        List<String> results = new ArrayList<>();
        for (Future<String> result : clients.invokeAll(inserts, 30, TimeUnit.SECONDS)) {
            results.add(result.get());
        }
        clients.shutdown();
        assertThat(results).filteredOn("saved"::equals).hasSize(1);
        assertThat(results).filteredOn("DatabaseUniqueKeyViolation"::equals).hasSize(31);
        assertThat(hub.list()).hasSize(1);
    }

    @Test
    void a_dry_run_answers_like_a_save_and_writes_nothing() {
        hub.saveFields("{'code':'A'}");
        ArrayNode answer = hub.records.save(RecordsFixture.ROOT, "item", Json.array("[{'item':{'title':'x'}}]"), DRY);
        assertThat(answer.get(0).at("/item/title").asText()).isEqualTo("x");
        assertThat(answer.get(0).at("/item/_id").asLong()).isZero();
        assertThat(hub.list()).hasSize(1);
        ApiError error = Refusals.of(
                () -> hub.records.save(RecordsFixture.ROOT, "item", Json.array("[{'item':{'code':'A'}}]"), DRY));
        assertThat(error.code()).isEqualTo("DatabaseUniqueKeyViolation");
    }

    @Test
    void problems_of_all_objects_are_listed_at_once() {
        ApiError error = refusal("[{'item':{'count':'x'}},{'item':{}},{'item':{'nope':1}},7]");
        assertThat(Refusals.problems(error))
                .containsExactly(
                        "0 SchemaInconsistent item.count", "2 UnknownField item.nope", "3 SchemaInconsistent ");
    }

    @Test
    void unknown_objecttypes_and_masks_are_refused_by_name() {
        assertThat(Refusals.of(() ->
                                hub.records.save(RecordsFixture.ROOT, "x\ud800", Json.array("[]"), SaveOptions.plain()))
                        .code())
                .isEqualTo("UnknownObjecttype");
        assertThat(Refusals.of(() -> hub.records.find(RecordsFixture.ROOT, "item", "nope", 1, Format.FULL))
                        .code())
                .isEqualTo("UnknownMask");
    }

    @Test
    void a_page_has_bounds_and_ends_empty() {
        hub.save("[{'item':{'title':'a'}},{'item':{'title':'b'}},{'item':{'title':'c'}}]");
        ArrayNode page = hub.records.list(RecordsFixture.ROOT, "item", "_all_fields", new Page(1, 1), Format.STANDARD);
        assertThat(page).hasSize(1);
        assertThat(page.get(0).at("/item/title").asText()).isEqualTo("b");
        assertThat(hub.records.list(RecordsFixture.ROOT, "item", "_all_fields", new Page(3, 9), Format.SHORT))
                .isEmpty();
        for (Page wrong : List.of(new Page(-1, 1), new Page(0, 0), new Page(0, 1001))) {
            assertThat(Refusals.of(() ->
                                    hub.records.list(RecordsFixture.ROOT, "item", "_all_fields", wrong, Format.SHORT))
                            .code())
                    .isEqualTo("ParameterInvalid");
        }
    }

    @Test
    void deleting_leaves_who_and_why_in_the_history() {
        hub.saveFields("{'code':'A'}");
        assertThat(hub.records.delete(RecordsFixture.ROOT, "item", List.of(new Deletion(1, 1, "broken"))))
                .containsExactly(1L);
        assertThat(hub.list()).isEmpty();
        List<StoredRecord> history = hub.store.history(1);
        assertThat(history.get(history.size() - 1).content().path("comment").asText())
                .isEqualTo("broken");
        hub.saveFields("{'code':'A'}");
    }

    @Test
    void deletions_are_one_unit_and_checked() {
        hub.save("[{'item':{}},{'item':{}}]");
        ApiError stale = Refusals.of(() -> hub.records.delete(
                RecordsFixture.ROOT, "item", List.of(new Deletion(1, 1, null), new Deletion(2, 5, null))));
        assertThat(stale.code()).isEqualTo("VersionMismatch");
        assertThat(stale.parameters().path("current").asLong()).isEqualTo(1);
        assertThat(Refusals.of(() -> hub.records.delete(RecordsFixture.ROOT, "item", List.of(new Deletion(9, 1, null))))
                        .statuscode())
                .isEqualTo(404);
        assertThat(Refusals.of(() -> hub.records.delete(
                                RecordsFixture.ROOT,
                                "item",
                                List.of(new Deletion(1, 1, null), new Deletion(1, 1, null))))
                        .error())
                .contains("twice");
        assertThat(Refusals.of(() ->
                                hub.records.delete(RecordsFixture.ROOT, "item", List.of(new Deletion(1, 1, "\ud800"))))
                        .code())
                .isEqualTo("SchemaInconsistent");
        assertThat(hub.records.delete(RecordsFixture.ROOT, "item", List.of())).isEmpty();
        assertThat(hub.list()).hasSize(2);
    }

    @Test
    void without_the_store_every_call_answers_503() {
        hub.store.setAway(true);
        assertThat(refusal("[{'item':{'_id':1,'_version':2}}]").code()).isEqualTo("StoreUnavailable");
        assertThat(refusal("[{'item':{}}]").statuscode()).isEqualTo(503);
        assertThat(Refusals.of(() -> hub.find(1)).statuscode()).isEqualTo(503);
        assertThat(Refusals.of(hub::list).statuscode()).isEqualTo(503);
        assertThat(Refusals.of(() -> hub.records.delete(RecordsFixture.ROOT, "item", List.of(new Deletion(1, 1, null))))
                        .statuscode())
                .isEqualTo(503);
    }

    @Test
    void only_root_has_rights_so_far() {
        assertThat(Refusals.of(() ->
                                hub.records.save(RecordsFixture.GUEST, "item", Json.array("[]"), SaveOptions.plain()))
                        .code())
                .isEqualTo("InsufficientRights");
        SaveOptions skip = new SaveOptions(Format.STANDARD, false, true, "", "", Map.of());
        assertThat(Refusals.of(() -> hub.records.save(RecordsFixture.GUEST, "item", Json.array("[]"), skip))
                        .code())
                .isEqualTo("SystemRightRequired");
        assertThat(Refusals.of(() -> hub.records.find(RecordsFixture.GUEST, "item", "_all_fields", 1, Format.FULL))
                        .statuscode())
                .isEqualTo(403);
    }

    @Test
    void an_empty_request_saves_nothing() {
        assertThat(hub.save("[]")).isEmpty();
    }

    @Test
    void data_of_a_removed_column_comes_back_with_it() {
        hub.saveFields("{'title':'kept','count':1}");
        hub.withItem("[{'name':'count','type':'number'}]");
        hub.saveFields("{'_id':1,'_version':2,'count':2}");
        assertThat(hub.find(1).path("item").has("title")).isFalse();
        hub.withItem("[{'name':'count','type':'number'},{'name':'heading','type':'text','column_id':1}]");
        assertThat(hub.find(1).at("/item/heading").asText()).isEqualTo("kept");
    }
}
