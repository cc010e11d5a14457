package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.SaveInfo;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.SaveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Covers {@link PluginStage}. */
class PluginStageTest {

    private final List<SaveInfo> infos = new ArrayList<>();
    private final List<ChainObject> seen = new ArrayList<>();
    private final RecordsFixture hub = new RecordsFixture()
            .withItem(
                    "[{'name':'title','type':'text','not_null':true},{'name':'n','type':'number'},"
                            + "{'name':'public','type':'boolean'}]",
                    "[{'columns':[{'column_name_hint':'n'}]}]");

    @AfterEach
    void close() {
        hub.close();
    }

    /** Lets every step change its own copy of each object. */
    private void step(Consumer<ObjectNode> change) {
        hub.chain = (info, objects) -> {
            infos.add(info);
            seen.addAll(objects);
            List<ObjectNode> changed = new ArrayList<>();
            for (ChainObject object : objects) {
                ObjectNode copy = object.object().deepCopy();
                change.accept(copy);
                changed.add(copy);
            }
            return changed;
        };
    }

    private static ObjectNode fields(ObjectNode object) {
        return (ObjectNode) object.get("item");
    }

    @Test
    void a_new_object_is_complete_and_has_no_ids() {
        step(object -> fields(object).put("title", "filled"));
        hub.save("[{'item':{'n':3}}]");
        ObjectNode object = seen.get(0).object();
        assertThat(seen.get(0).current()).isNull();
        assertThat(object.path("_uuid").asText()).isEmpty();
        assertThat(object.path("_system_object_id").asLong()).isZero();
        assertThat(object.at("/item/_id").asLong()).isZero();
        assertThat(object.at("/item/_version").asLong()).isEqualTo(1);
        assertThat(object.path("item").has("title")).isTrue();
        assertThat(object.at("/item/title").isNull()).isTrue();
        assertThat(object.at("/item/public").isBoolean()).isTrue();
        assertThat(object.path("_mask").asText()).isEqualTo("_all_fields");
        assertThat(object.path("_format").asText()).isEqualTo("long");
        assertThat(object.path("_owner").isNull()).isTrue();
        assertThat(object.at("/_callback_context/original_mask").asText()).isEqualTo("_all_fields");
        assertThat(object.at("/_callback_context/hash").asText()).isNotEmpty();
    }

    @Test
    void an_update_shows_the_stored_object_beside_the_new_one() {
        hub.saveFields("{'title':'old','n':1}");
        step(object -> {});
        hub.saveFields("{'_id':1,'_version':2,'n':2}");
        ChainObject object = seen.get(0);
        assertThat(object.object().at("/item/title").asText()).isEqualTo("old");
        assertThat(object.object().at("/item/n").asLong()).isEqualTo(2);
        assertThat(object.object().at("/item/_version").asLong()).isEqualTo(2);
        assertThat(object.current().at("/item/n").asLong()).isEqualTo(1);
        assertThat(object.current().at("/item/_version").asLong()).isEqualTo(1);
        assertThat(object.current().path("_mask").asText()).isEqualTo("_all_fields");
    }

    @Test
    void every_object_has_its_own_hash_new_in_every_save() {
        step(object -> fields(object).put("title", "x"));
        hub.save("[{'item':{}},{'item':{}}]");
        hub.save("[{'item':{}},{'item':{}}]");
        Set<String> hashes = new HashSet<>();
        seen.forEach(object ->
                hashes.add(object.object().at("/_callback_context/hash").asText()));
        assertThat(hashes).hasSize(4);
    }

    @Test
    void a_step_may_fill_in_what_must_not_be_empty() {
        step(object -> fields(object).put("title", "computed"));
        assertThat(hub.saveFields("{}").at("/item/title").asText()).isEqualTo("computed");
        assertThat(hub.find(1).at("/item/title").asText()).isEqualTo("computed");
    }

    @Test
    void without_the_step_the_same_object_is_refused() {
        ApiError error = Refusals.of(() -> hub.saveFields("{}"));
        assertThat(error.code()).isEqualTo("DatabaseNotNullViolation");
        assertThat(Refusals.problems(error)).containsExactly("0 DatabaseNotNullViolation item.title");
    }

    @Test
    void a_step_may_clear_values_and_set_comment_tags_pool_and_the_uuid_of_new_objects() {
        String uuid = "123e4567-e89b-12d3-a456-426614174000";
        step(object -> {
            object.put("_uuid", uuid).put("_comment", "by step");
            object.putArray("_tags").addObject().put("_id", 5);
            fields(object).putNull("n").putObject("_pool").putObject("pool").put("_id", 2);
        });
        ObjectNode saved = hub.saveFields("{'title':'a','n':1}");
        assertThat(saved.path("_uuid").asText()).isEqualTo(uuid);
        ObjectNode found = hub.find(1);
        assertThat(found.at("/item/n").isNull()).isTrue();
        assertThat(found.path("_comment").asText()).isEqualTo("by step");
        assertThat(found.at("/_tags/0/_id").asLong()).isEqualTo(5);
        assertThat(found.at("/item/_pool/pool/_id").asLong()).isEqualTo(2);
        assertThat(found.at("/item/_pool/_path/0/pool/_id").asLong()).isEqualTo(2);
    }

    @Test
    void ids_and_version_never_come_from_a_step() {
        step(object -> {
            object.put("_system_object_id", 77);
            fields(object).put("_id", 77).put("_version", 9).put("title", "x");
        });
        ObjectNode saved = hub.saveFields("{}");
        assertThat(saved.path("_system_object_id").asLong()).isEqualTo(1);
        assertThat(saved.at("/item/_id").asLong()).isEqualTo(1);
        assertThat(saved.at("/item/_version").asLong()).isEqualTo(1);
    }

    @Test
    void a_wrong_value_of_a_step_refuses_the_save_and_points_at_the_steps() {
        step(object -> fields(object).put("n", "no number").put("nope", 1));
        ApiError error = Refusals.of(() -> hub.saveFields("{'title':'x'}"));
        assertThat(Refusals.problems(error))
                .containsExactlyInAnyOrder("0 SchemaInconsistent item.n", "0 UnknownField item.nope");
        assertThat(error.description()).contains("pipeline");
        step(object -> object.put("item", 7));
        assertThat(Refusals.of(() -> hub.saveFields("{'title':'x'}")).code()).isEqualTo("SchemaInconsistent");
        assertThat(hub.list()).isEmpty();
    }

    @Test
    void the_refusal_of_a_step_reaches_the_client_and_nothing_is_written() {
        ApiException refusal = new ApiException(ApiError.of("shelf.full", 400, "Shelf is full"));
        step(object -> {
            throw refusal;
        });
        assertThat(Refusals.of(() -> hub.saveFields("{'title':'x'}"))).isSameAs(refusal.error());
        assertThat(hub.list()).isEmpty();
    }

    @Test
    void steps_run_in_a_dry_run_and_are_left_out_on_demand() {
        step(object -> fields(object).put("title", "by step"));
        ArrayNode objects = Json.array("[{'item':{'title':'x'}}]");
        SaveOptions dry = new SaveOptions(Format.STANDARD, true, false, "POST", "/p", Map.of("a", List.of("1")));
        hub.records.save(RecordsFixture.ROOT, "item", objects, dry);
        assertThat(infos).hasSize(1);
        assertThat(infos.get(0).dryRun()).isTrue();
        assertThat(infos.get(0).method()).isEqualTo("POST");
        assertThat(infos.get(0).user()).isEqualTo(RecordsFixture.ROOT.user());
        SaveOptions skip = new SaveOptions(Format.STANDARD, false, true, "", "", Map.of());
        assertThat(hub.records
                        .save(RecordsFixture.ROOT, "item", objects, skip)
                        .get(0)
                        .at("/item/title")
                        .asText())
                .isEqualTo("x");
        assertThat(infos).hasSize(1);
    }

    @Test
    void a_step_may_save_and_even_commit_a_data_model_while_it_runs() {
        hub.chain = (info, objects) -> {
            hub.chain = (inner, untouched) ->
                    untouched.stream().map(ChainObject::object).toList();
            hub.saveFields("{'title':'inner'}");
            return objects.stream().map(ChainObject::object).toList();
        };
        hub.saveFields("{'title':'outer'}");
        assertThat(hub.list()).hasSize(2);
        hub.chain = (info, objects) -> {
            hub.withItem("[{'name':'title','type':'text'}]");
            return objects.stream().map(ChainObject::object).toList();
        };
        assertThat(Refusals.of(() -> hub.saveFields("{'title':'checked against the old one'}"))
                        .code())
                .isEqualTo("SchemaChanged");
    }

    @Test
    void parallel_saves_do_not_wait_for_each_others_steps() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        hub.chain = (info, objects) -> {
            both.countDown();
            awaitBoth(both);
            return objects.stream().map(ChainObject::object).toList();
        };
        Thread other = new Thread(() -> hub.saveFields("{'title':'a'}"));
        other.start();
        hub.saveFields("{'title':'b'}");
        other.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(hub.list()).hasSize(2);
    }

    private static void awaitBoth(CountDownLatch both) {
        try {
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
