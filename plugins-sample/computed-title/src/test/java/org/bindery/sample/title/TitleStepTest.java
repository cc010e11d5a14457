package org.bindery.sample.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveObject;
import org.bindery.api.save.SaveUser;
import org.junit.jupiter.api.Test;

class TitleStepTest {

    private static final SaveInfo INFO = SaveInfo.of(new SaveUser(1, "root", "Root"));

    private final TitleStep step = new TitleStep();
    private final ObjectNode wire = JsonNodeFactory.instance.objectNode();
    private final ObjectNode fields = wire.put("_objecttype", "object").putObject("object");

    @Test
    void theTitleIsTheNameAndTheYear() {
        fields.put("name", " Vase ").put("year", 1871);

        assertThat(savedTitle()).isEqualTo("Vase (1871)");
    }

    @Test
    void withoutAYearTheTitleIsTheName() {
        fields.put("name", "Vase").putNull("year");

        assertThat(savedTitle()).isEqualTo("Vase");
    }

    @Test
    void anObjectWhoseTitleIsRightIsNotReturned() {
        fields.put("name", "Vase").put("title", "Vase");

        assertThat(step.beforeSave(batch()).objects()).isEmpty();
    }

    @Test
    void aForbiddenNameIsRefusedInTheUsersLanguage() {
        fields.put("name", "Untitled");

        ApiError error = catchThrowableOfType(ApiException.class, () -> step.beforeSave(batch()))
                .error();

        assertThat(error.statuscode()).isEqualTo(400);
        assertThat(error.texts())
                .containsEntry("de-DE", "Bitte einen richtigen Namen vergeben")
                .containsEntry("en-US", "Please give the object a real name");
        assertThat(error.parameters().path("object").asInt()).isZero();
    }

    private String savedTitle() {
        ObjectNode saved = step.beforeSave(batch()).objects().get(0);
        return saved.path("object").path("title").asText();
    }

    private SaveBatch batch() {
        return new SaveBatch(INFO, List.of(new SaveObject(0, wire, null)));
    }
}
