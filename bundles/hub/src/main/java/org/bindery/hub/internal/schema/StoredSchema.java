package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.bindery.api.error.ApiException;
import org.bindery.hub.access.Session;
import org.bindery.hub.health.ReadinessCheck;
import org.bindery.hub.internal.access.Rights;
import org.bindery.hub.internal.failure.Retrying;
import org.bindery.hub.internal.failure.StoreFailures;
import org.bindery.hub.schema.SchemaService;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.RecordStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data model on top of the document store. Loads what is committed after its activation. */
@Component(
        immediate = true,
        service = {SchemaService.class, ModelSource.class, ReadinessCheck.class},
        configurationPid = "org.bindery.hub.schema")
public final class StoredSchema implements SchemaService, ModelSource, ReadinessCheck {

    /** PID {@code org.bindery.hub.schema}. */
    public @interface Settings {
        /** How many objecttypes the data model may have. */
        int max_objecttypes() default 500;

        /** How many columns an objecttype may have. */
        int max_columns() default 500;

        /** How many masks there may be. */
        int max_masks() default 2000;

        /** How large the data model or the masks may be, about, in bytes. */
        int max_bytes() default 8 * 1024 * 1024;

        /** How many levels they may have. */
        int max_json_depth() default 64;

        /** How many characters a text in them may have. */
        int max_text_length() default 100_000;

        /** How long a save waits for a commit of the data model, and a commit for saves, in milliseconds. */
        long wait_millis() default 10_000;

        /** Pause before loading is tried again when the store is away, in milliseconds. */
        long retry_millis() default 500;
    }

    private static final Logger LOG = LoggerFactory.getLogger(StoredSchema.class);

    private final SchemaDocuments documents;
    private final SchemaCommits commits;
    private final CommittedModel model;
    private final Retrying loading;

    @Activate
    public StoredSchema(@Reference DocumentStore documents, @Reference RecordStore records, Settings settings) {
        this(
                documents,
                records,
                limits(settings),
                Duration.ofMillis(settings.wait_millis()),
                Duration.ofMillis(settings.retry_millis()));
    }

    StoredSchema(DocumentStore store, RecordStore records, SchemaLimits limits, Duration wait, Duration retry) {
        this.documents = new SchemaDocuments(store);
        this.commits = new SchemaCommits(documents, records, limits);
        this.model = new CommittedModel(wait);
        this.loading = new Retrying("bindery-schema-load", retry, this::load);
        this.loading.start();
    }

    private static SchemaLimits limits(Settings settings) {
        return new SchemaLimits(
                settings.max_objecttypes(),
                settings.max_columns(),
                settings.max_masks(),
                settings.max_bytes(),
                settings.max_json_depth(),
                settings.max_text_length());
    }

    @Deactivate
    public void stop() {
        loading.stop();
    }

    private void load() {
        DataModel loaded = commits.load();
        model.load(loaded);
        LOG.info(
                "Data model version {} with {} objecttypes is loaded",
                loaded.version(),
                loaded.objecttypes().size());
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public Optional<String> problem() {
        return model.isLoaded() ? Optional.empty() : Optional.of(loading.reason("The data model is being loaded"));
    }

    @Override
    public DataModel current() {
        return model.current();
    }

    @Override
    public <T> T whileCurrent(DataModel checkedAgainst, Supplier<T> write) {
        return model.whileCurrent(checkedAgainst, write);
    }

    @Override
    public ObjectNode schema(String version) {
        return documents.schemaWire(version);
    }

    @Override
    public ObjectNode saveHead(Session session, ObjectNode head) {
        Rights.requireRoot(session);
        return commits.saveHead(head);
    }

    @Override
    public ObjectNode commit(Session session) {
        Rights.requireRoot(session);
        try {
            model.replace(() -> commits.commit(model.current()));
        } catch (ApiException e) {
            if (StoreFailures.isUnavailable(e)) {
                model.forget();
                loading.start();
            }
            throw e;
        }
        LOG.info(
                "Data model version {} is committed by {}",
                model.current().version(),
                session.user().login());
        return documents.currentSchema().wire();
    }

    @Override
    public ArrayNode objecttypes() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Objecttype objecttype : model.current().objecttypes()) {
            list.addObject()
                    .put("_basetype", "objecttype")
                    .putObject("objecttype")
                    .put("_id", objecttype.id())
                    .put("name", objecttype.name());
        }
        return list;
    }

    @Override
    public ObjectNode masks(String version) {
        return documents.maskWire(version);
    }

    @Override
    public ObjectNode saveMasks(Session session, ObjectNode head) {
        Rights.requireRoot(session);
        return commits.saveMasks(head);
    }
}
