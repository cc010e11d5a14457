package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.access.Rights;
import org.bindery.hub.internal.schema.DataModel;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.SaveOptions;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StaleVersionException;

/**
 * The life of a save: parse, load, pre-save steps, constraints, one write, answer (fylr-spec 6.1). Nothing is locked and
 * no transaction is open while plugins run; the versions decide at the write.
 */
final class RecordSaves {

    private final RecordParts parts;

    RecordSaves(RecordParts parts) {
        this.parts = parts;
    }

    ArrayNode save(Session session, String objecttypeName, ArrayNode objects, SaveOptions options) {
        if (options.skipPlugins()) {
            Rights.requireRoot(session);
        }
        Rights.requireObjects(session, objecttypeName);
        DataModel model = parts.models().current();
        Objecttype objecttype =
                model.objecttype(objecttypeName).orElseThrow(() -> RecordErrors.unknownObjecttype(objecttypeName));
        return new Run(session, model, objecttype, options).answer(parse(objecttype, objects));
    }

    private List<PostedObject> parse(Objecttype objecttype, ArrayNode objects) {
        refuseTooMany(objects.size());
        ObjectParser parser = new ObjectParser(objecttype, parts.limits());
        FieldProblems problems = new FieldProblems();
        List<PostedObject> posted = new ArrayList<>(objects.size());
        int index = 0;
        for (JsonNode object : objects) {
            posted.addAll(parser.parse(index++, object, problems));
            refuseTooMany(posted.size());
        }
        problems.refuseIfAny("Nothing was written. Correct the fields named in problems, by object, and send again.");
        return posted;
    }

    private void refuseTooMany(int count) {
        int limit = parts.limits().objects();
        if (count > limit) {
            throw RecordErrors.tooManyObjects(count, limit);
        }
    }

    /** One save. */
    private final class Run {

        private final Session session;
        private final DataModel model;
        private final Objecttype objecttype;
        private final SaveOptions options;
        private final RecordView view;

        Run(Session session, DataModel model, Objecttype objecttype, SaveOptions options) {
            this.session = session;
            this.model = model;
            this.objecttype = objecttype;
            this.options = options;
            this.view = new RecordView(objecttype, parts.users(), parts.languages());
        }

        ArrayNode answer(List<PostedObject> posted) {
            ArrayNode answer = JsonNodeFactory.instance.arrayNode(posted.size());
            for (Draft draft : attempts(posted)) {
                answer.add(view.show(draft.next(), draft.posted().mask(), options.format()));
            }
            return answer;
        }

        private List<Draft> attempts(List<PostedObject> posted) {
            for (int attempt = 0; ; attempt++) {
                try {
                    return attempt(posted);
                } catch (StaleVersionException e) {
                    if (attempt >= parts.limits().retries() || !mayStartAgain(posted)) {
                        throw RecordErrors.versionMismatch(
                                e.objecttype(), e.id(), e.currentVersion(), "this save, which another one overtook");
                    }
                }
            }
        }

        /** A save that fixes a version must not go on with another one than its client saw. */
        private boolean mayStartAgain(List<PostedObject> posted) {
            return posted.stream().allMatch(PostedObject::autoIncrement);
        }

        private List<Draft> attempt(List<PostedObject> posted) {
            RecordStore store = parts.store();
            List<Draft> loaded = new CurrentRecords(store, objecttype).load(posted, stamp());
            List<Draft> drafts = options.skipPlugins() ? loaded : afterPlugins(loaded);
            Constraints constraints = new Constraints(objecttype, parts.limits());
            constraints.check(drafts);
            if (options.dryRun()) {
                constraints.checkStored(drafts, store);
                return drafts;
            }
            RecordWrites writes = new RecordWrites(store, parts.ids(), objecttype);
            return parts.models().whileCurrent(model, () -> writes.write(drafts));
        }

        private List<Draft> afterPlugins(List<Draft> drafts) {
            return new PluginStage(parts.chain(), objecttype, view, parts.limits()).run(session, options, drafts);
        }

        private Stamp stamp() {
            String now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
            return new Stamp(session.user().id(), now);
        }
    }
}
