package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bindery.hub.internal.pipeline.TestChain.object;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.bindery.api.save.PreSaveResult;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.junit.jupiter.api.Test;

class AnswerMergeTest {

    private static final StepDeclaration ITEMS = new StepDeclaration("step", Set.of("item"), 0, 0, 0);

    private final ObjectNode inserted = object("item", "h1", "Vase");
    private final ObjectNode updated = object("item", "h2", "Krug");
    private final ObjectNode person = object("person", "h3", "Ada");
    private final WorkingBatch batch = new WorkingBatch(List.of(
            new ChainObject(inserted, null),
            new ChainObject(updated, object("item", "", "Krug")),
            new ChainObject(person, null)));

    @Test
    void onlyTheReturnedObjectChanges() {
        take(answer("h2", "Topf"));

        assertThat(title(1)).isEqualTo("Topf");
        assertThat(batch.object(0)).isSameAs(inserted);
        assertThat(updated.at("/item/title").asText()).isEqualTo("Krug");
    }

    @Test
    void aMissingFieldIsUnchangedAndNullClearsIt() {
        inserted.withObject("item").put("year", 1871).put("place", "Bonn");
        ObjectNode answer = answer("h1", "Topf");
        answer.withObject("item").putNull("place");

        take(answer);

        assertThat(batch.object(0).at("/item/year").asInt()).isEqualTo(1871);
        assertThat(batch.object(0).at("/item/place").isNull()).isTrue();
    }

    @Test
    void idsVersionAndSystemKeysAreNeverTaken() {
        ObjectNode answer = answer("h1", "Topf");
        answer.withObject("item").put("_id", 99).put("_version", 99).putArray("_path");
        answer.put("_system_object_id", 99).put("_global_object_id", "99@x").put("_objecttype", "person");
        answer.putObject("_current");
        answer.putObject("_standard");
        answer.put("anything", "else");

        take(answer);

        ObjectNode expected = inserted.deepCopy();
        expected.withObject("item").put("title", "Topf");
        assertThat(batch.object(0)).isEqualTo(expected);
    }

    @Test
    void commentTagsRightsOwnerAndPoolAreTaken() {
        ObjectNode answer = answer("h1", "Vase");
        answer.put("_comment", "why").putNull("_owner");
        answer.putArray("_tags").addObject().put("_id", 5);
        answer.putArray("_acl");
        answer.withObject("item").putObject("_pool").putObject("pool").put("_id", 2);

        take(answer);

        assertThat(batch.object(0).path("_comment").asText()).isEqualTo("why");
        assertThat(batch.object(0).path("_owner").isNull()).isTrue();
        assertThat(batch.object(0).at("/_tags/0/_id").asInt()).isEqualTo(5);
        assertThat(batch.object(0).has("_acl")).isTrue();
        assertThat(batch.object(0).at("/item/_pool/pool/_id").asInt()).isEqualTo(2);
    }

    @Test
    void theUuidIsTakenOnInsertOnly() {
        ObjectNode first = answer("h1", "Vase").put("_uuid", "new");
        ObjectNode second = answer("h2", "Krug").put("_uuid", "new");

        take(first, second);

        assertThat(batch.object(0).path("_uuid").asText()).isEqualTo("new");
        assertThat(batch.object(1).path("_uuid").asText()).isEmpty();
    }

    @Test
    void whatTheStepDoesToItsAnswerLaterCountsForNothing() {
        ObjectNode answer = answer("h1", "Vase");
        ObjectNode names = answer.withObject("item").putObject("title_l10n").put("de-DE", "Vase");
        take(answer);

        names.put("de-DE", "later");

        assertThat(batch.object(0).at("/item/title_l10n/de-DE").asText()).isEqualTo("Vase");
    }

    @Test
    void aMissingUnknownForeignOrRepeatedHashIsAnError() {
        ObjectNode without = answer("h1", "Topf");
        without.remove("_callback_context");

        assertThat(wrong(without)).hasMessageContaining("missing in returned object 0");
        assertThat(wrong(answer("h9", "Topf"))).hasMessageContaining("'h9' of returned object 0");
        assertThat(wrong(answer("h3", "Topf"))).hasMessageContaining("none the step was given");
        WrongAnswerException twice = wrong(answer("h1", "Topf"), answer("h1", "Krug"));
        assertThat(twice).hasMessageContaining("twice");
        assertThat(twice.object()).hasValue(0);
        assertThat(twice.remedy()).isNotBlank();
    }

    @Test
    void anotherMaskThanAllFieldsIsAnErrorAndNoneIsFine() {
        assertThat(wrong(answer("h2", "Topf").put("_mask", "item__short")).object())
                .hasValue(1);

        take(answer("h2", "Topf").put("_mask", "_all_fields"));
        take(answer("h2", "Topf").putNull("_mask"));
    }

    @Test
    void fieldsThatAreNoObjectAreAnError() {
        assertThat(wrong(answer("h1", "Topf").put("item", "text"))).hasMessageContaining("not a JSON object");
    }

    @Test
    void noAnswerAtAllIsAnError() {
        assertThat(catchThrowableOfType(WrongAnswerException.class, () -> new AnswerMerge(batch, ITEMS).take(null)))
                .hasMessageContaining("null");
    }

    private void take(ObjectNode... objects) {
        new AnswerMerge(batch, ITEMS).take(PreSaveResult.of(List.of(objects)));
    }

    private WrongAnswerException wrong(ObjectNode... objects) {
        return catchThrowableOfType(WrongAnswerException.class, () -> take(objects));
    }

    private String title(int index) {
        return batch.object(index).at("/item/title").asText();
    }

    private static ObjectNode answer(String hash, String title) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("_callback_context").put("hash", hash);
        answer.putObject("item").put("title", title);
        return answer;
    }
}
