package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveObject;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.pipeline.PreSaveChain;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.SaveOptions;

/** Shows the drafts of a save to the pre-save steps, and takes their changes over through the parser of all input. */
final class PluginStage {

    private final PreSaveChain chain;
    private final RecordView view;
    private final ObjectParser parser;

    PluginStage(PreSaveChain chain, Objecttype objecttype, RecordView view, RecordLimits limits) {
        this.chain = chain;
        this.view = view;
        this.parser = new ObjectParser(objecttype, limits);
    }

    List<Draft> run(Session session, SaveOptions options, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return drafts;
        }
        List<ChainObject> shown = show(drafts);
        List<ObjectNode> answered = chain.run(info(session, options), shown);
        FieldProblems problems = new FieldProblems();
        List<Draft> changed = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            boolean touched = !answered.get(i).equals(shown.get(i).object());
            changed.add(touched ? apply(drafts.get(i), answered.get(i), problems) : drafts.get(i));
        }
        problems.refuseIfAny("Nothing was written. A pre-save step of a plugin set this; "
                + "GET /api/v1/bindery/pipeline lists the steps.");
        return changed;
    }

    private static SaveInfo info(Session session, SaveOptions options) {
        return new SaveInfo(
                session.user(),
                options.method(),
                options.path(),
                options.query(),
                session.languages(),
                options.dryRun(),
                0);
    }

    /** A hash names an object within this call only; it must not be guessed by a step that sees other objects. */
    private List<ChainObject> show(List<Draft> drafts) {
        String call = UUID.randomUUID().toString();
        List<ChainObject> shown = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            ObjectNode object = view.complete(draft.next());
            object.putObject(SaveObject.CALLBACK_CONTEXT)
                    .put("hash", call + "-" + shown.size())
                    .put("original_mask", draft.posted().mask().name());
            ObjectNode current = draft.stored().map(view::complete).orElse(null);
            shown.add(new ChainObject(object, current));
        }
        return shown;
    }

    private Draft apply(Draft draft, ObjectNode answer, FieldProblems problems) {
        List<PostedObject> parsed = parser.parse(draft.posted().index(), answer, problems);
        if (parsed.size() != 1) {
            return draft;
        }
        PostedObject taken = parsed.get(0);
        RecordState next = draft.next();
        String uuid = draft.isInsert() && taken.target() instanceof Target.ByUuid chosen ? chosen.uuid() : next.uuid();
        RecordContent content = next.content().with(taken, next.content().modified());
        return draft.withNext(new RecordState(next.systemObjectId(), next.id(), next.version(), uuid, content));
    }
}
