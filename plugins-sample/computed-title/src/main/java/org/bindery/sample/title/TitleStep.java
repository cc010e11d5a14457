package org.bindery.sample.title;

import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.PreSave;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveObject;
import org.osgi.service.component.annotations.Component;

/** Fills the title of an {@code object} from its name and year, and refuses the name {@code untitled}. */
@Component
@PreSave(step = "title", objecttypes = "object")
public final class TitleStep implements PreSaveStep {

    @Override
    public PreSaveResult beforeSave(SaveBatch batch) {
        return batch.changeEach(TitleStep::fillTitle);
    }

    private static void fillTitle(SaveObject object) {
        String name = object.field("name").asText("").strip();
        if (name.equalsIgnoreCase("untitled")) {
            throw new ApiException(ApiError.of("computed-title.name", 400, "Please give the object a real name")
                    .text("en-US", "Please give the object a real name")
                    .text("de-DE", "Bitte einen richtigen Namen vergeben")
                    .parameter("object", object.index()));
        }
        String year = object.field("year").asText("");
        object.fields().put("title", year.isEmpty() ? name : name + " (" + year + ")");
    }
}
