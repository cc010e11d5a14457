package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.access.Rights;
import org.bindery.hub.internal.access.UserDirectory;
import org.bindery.hub.internal.failure.StoreFailures;
import org.bindery.hub.internal.pipeline.PreSaveChain;
import org.bindery.hub.internal.schema.Mask;
import org.bindery.hub.internal.schema.ModelSource;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService;
import org.bindery.hub.record.SaveOptions;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StoredRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records on top of the record store. */
@Component(service = RecordService.class, configurationPid = "org.bindery.hub.record")
public final class StoredRecords implements RecordService {

    /** PID {@code org.bindery.hub.record}. */
    public @interface Settings {
        /** How many objects one request may save or delete. */
        int max_objects() default 10_000;

        /** How many characters a text may have. */
        int max_text_length() default 1_000_000;

        /** How large one object may be, about, in bytes. */
        int max_object_bytes() default 8 * 1024 * 1024;

        /** How many levels a geo_json value may have. */
        int max_json_depth() default 32;

        /** How many languages a localised text may have. */
        int max_languages() default 200;

        /** How often a save with automatic versions starts again when another save was faster. */
        int max_retries() default 5;

        /** Languages under which plain texts are shown in {@code _standard}. */
        String[] languages() default {"de-DE", "en-US"};
    }

    private static final int LARGEST_PAGE = 1000;

    private final RecordParts parts;
    private final RecordSaves saves;
    private final RecordDeletes deletes;

    @Activate
    public StoredRecords(
            @Reference RecordStore store,
            @Reference IdSource ids,
            @Reference ModelSource models,
            @Reference PreSaveChain chain,
            @Reference UserDirectory users,
            Settings settings) {
        this(new RecordParts(
                store, ids, models, chain, users, limits(settings), List.of(settings.languages()), Clock.systemUTC()));
    }

    StoredRecords(RecordParts parts) {
        this.parts = parts;
        this.saves = new RecordSaves(parts);
        this.deletes = new RecordDeletes(parts.store(), parts.limits(), parts.clock());
    }

    static RecordLimits limits(Settings settings) {
        return new RecordLimits(
                settings.max_objects(),
                settings.max_text_length(),
                settings.max_object_bytes(),
                settings.max_json_depth(),
                settings.max_languages(),
                settings.max_retries());
    }

    @Override
    public ArrayNode save(Session session, String objecttype, ArrayNode objects, SaveOptions options) {
        return StoreFailures.guard(() -> saves.save(session, objecttype, objects, options));
    }

    @Override
    public Optional<ObjectNode> find(Session session, String objecttype, String mask, long id, Format format) {
        Objecttype known = readable(session, objecttype);
        Mask shown = mask(known, mask);
        Optional<StoredRecord> found = StoreFailures.guard(() -> parts.store().find(known.name(), id));
        return found.map(record -> view(known).show(RecordState.of(record), shown, format));
    }

    @Override
    public ArrayNode list(Session session, String objecttype, String mask, Page page, Format format) {
        Objecttype known = readable(session, objecttype);
        Mask shown = mask(known, mask);
        if (page.offset() < 0) {
            throw RecordErrors.badParameter("offset", "at least 0");
        }
        if (page.limit() < 1 || page.limit() > LARGEST_PAGE) {
            throw RecordErrors.badParameter("limit", "from 1 to " + LARGEST_PAGE);
        }
        RecordView view = view(known);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        StoreFailures.guard(() -> parts.store().list(known.name(), page.offset(), page.limit()))
                .forEach(record -> list.add(view.show(RecordState.of(record), shown, format)));
        return list;
    }

    @Override
    public List<Long> delete(Session session, String objecttype, List<Deletion> items) {
        Objecttype known = readable(session, objecttype);
        return StoreFailures.guard(() -> deletes.delete(session, known, items));
    }

    private Objecttype readable(Session session, String objecttype) {
        Rights.requireObjects(session, objecttype);
        return parts.models()
                .current()
                .objecttype(objecttype)
                .orElseThrow(() -> RecordErrors.unknownObjecttype(objecttype));
    }

    private RecordView view(Objecttype objecttype) {
        return new RecordView(objecttype, parts.users(), parts.languages());
    }

    private static Mask mask(Objecttype objecttype, String name) {
        return objecttype.mask(name).orElseThrow(() -> RecordErrors.unknownMask(objecttype.name(), name));
    }
}
