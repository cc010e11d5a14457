package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.failure.Shown;
import org.bindery.hub.internal.failure.StoreFailures;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.DocumentStore.Save;
import org.bindery.hub.store.DocumentStore.Versioned;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.StaleVersionException;

/** Reads and writes the versions of data model and masks in the document store. */
final class SchemaDocuments {

    static final String HEAD = "HEAD";
    static final String CURRENT = "CURRENT";

    private final DocumentStore store;

    SchemaDocuments(DocumentStore store) {
        this.store = store;
    }

    SchemaState currentSchema() {
        return schema(CURRENT).orElseGet(SchemaDocuments::emptySchema);
    }

    /** The draft; before the first one, what is committed. */
    SchemaState headSchema() {
        return schema(HEAD).orElseGet(() -> unsaved(currentSchema()));
    }

    MaskState currentMasks() {
        return masks(CURRENT).orElseGet(() -> new MaskState(0, Wire.emptyMasks()));
    }

    /** The draft; before the first one, what is committed. */
    MaskState headMasks() {
        return masks(HEAD).orElseGet(() -> new MaskState(0, currentMasks().wire()));
    }

    ObjectNode schemaWire(String version) {
        return switch (version) {
            case HEAD -> headSchema().wire();
            case CURRENT -> currentSchema().wire();
            default ->
                numbered(version)
                        .flatMap(this::schema)
                        .orElseThrow(() -> notFound("data model", version))
                        .wire();
        };
    }

    ObjectNode maskWire(String version) {
        return switch (version) {
            case HEAD -> headMasks().wire();
            case CURRENT -> currentMasks().wire();
            default ->
                numbered(version)
                        .flatMap(this::masks)
                        .orElseThrow(() -> notFound("masks", version))
                        .wire();
        };
    }

    void saveHead(SchemaState state) {
        write(List.of(new Save(DocumentKind.SCHEMA, HEAD, state.document(), state.documentVersion())));
    }

    void saveMaskHead(MaskState state) {
        write(List.of(new Save(DocumentKind.MASK, HEAD, state.wire(), state.documentVersion())));
    }

    /** Makes a data model and its masks the committed ones, keeps them under their number, and ends the drafts. */
    void commit(SchemaState schema, MaskState masks, SchemaState head, MaskState maskHead) {
        String number = schema.wire().path("version").asText();
        List<Save> saves = new ArrayList<>();
        saves.add(new Save(DocumentKind.SCHEMA, CURRENT, schema.document(), schema.documentVersion()));
        saves.add(new Save(DocumentKind.SCHEMA, number, schema.document(), 0));
        saves.add(new Save(DocumentKind.SCHEMA, HEAD, schema.document(), head.documentVersion()));
        saves.add(new Save(DocumentKind.MASK, CURRENT, masks.wire(), masks.documentVersion()));
        saves.add(new Save(DocumentKind.MASK, number, masks.wire(), 0));
        saves.add(new Save(DocumentKind.MASK, HEAD, masks.wire(), maskHead.documentVersion()));
        write(saves);
    }

    private void write(List<Save> saves) {
        try {
            StoreFailures.guardRun(() -> store.saveAll(saves));
        } catch (StaleVersionException | DuplicateValueException e) {
            throw new ApiException(
                    ApiError.of("SchemaChanged", 409, "Somebody else changed the data model meanwhile")
                            .describedBy("Read the draft again, apply your change to it and send it once more."),
                    e);
        }
    }

    private Optional<SchemaState> schema(String key) {
        return find(DocumentKind.SCHEMA, key).map(found -> SchemaState.ofDocument(found.version(), found.content()));
    }

    private Optional<MaskState> masks(String key) {
        return find(DocumentKind.MASK, key).map(found -> new MaskState(found.version(), found.content()));
    }

    private Optional<Versioned> find(DocumentKind kind, String key) {
        return StoreFailures.guard(() -> store.find(kind, key));
    }

    private static SchemaState emptySchema() {
        return new SchemaState(0, Wire.emptySchema(), Map.of());
    }

    private static SchemaState unsaved(SchemaState state) {
        return new SchemaState(0, state.wire(), state.removed());
    }

    private static Optional<String> numbered(String version) {
        return Optional.of(version).filter(text -> text.matches("[1-9][0-9]{0,8}"));
    }

    private static ApiException notFound(String what, String version) {
        return new ApiException(
                ApiError.of("ResourceNotFound", 404, "There is no version of the " + what + " like this")
                        .parameter("version", Shown.quoted(version))
                        .describedBy("Use HEAD, CURRENT or the number of a commit."));
    }
}
