package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.hub.internal.failure.StoreFailures;
import org.bindery.hub.store.RecordStore;

/** Checks drafts, and turns them into the committed data model. */
final class SchemaCommits {

    private static final String VERSION = "version";

    private final SchemaDocuments documents;
    private final RecordStore records;
    private final SchemaLimits limits;

    SchemaCommits(SchemaDocuments documents, RecordStore records, SchemaLimits limits) {
        this.documents = documents;
        this.records = records;
        this.limits = limits;
    }

    /** Reads what is committed. */
    DataModel load() {
        return ModelCompiler.compile(
                documents.currentSchema().wire(), documents.currentMasks().wire());
    }

    ObjectNode saveHead(ObjectNode posted) {
        SchemaState before = documents.headSchema();
        ObjectNode draft = posted.deepCopy();
        SchemaProblems problems = new SchemaProblems();
        SchemaState current = documents.currentSchema();
        draft.put(VERSION, Wire.id(current.wire(), VERSION));
        complete(draft, List.of(current.wire(), before.wire()), problems);
        problems.refuseIfAny();
        documents.saveHead(new SchemaState(before.documentVersion(), draft, before.removed()));
        return draft;
    }

    ObjectNode saveMasks(ObjectNode posted) {
        MaskState before = documents.headMasks();
        ObjectNode draft = posted.deepCopy();
        draft.put("type", "user").put(VERSION, Wire.id(before.wire(), VERSION));
        draft.put("max_mask_id", Wire.id(before.wire(), "max_mask_id"));
        SchemaProblems problems = new SchemaProblems();
        limits.check(draft, problems);
        new MaskCheck(documents.headSchema().wire(), limits, problems).check(draft);
        problems.refuseIfAny();
        documents.saveMaskHead(new MaskState(before.documentVersion(), draft));
        return draft;
    }

    /**
     * Writes the drafts as the next version. Must not run while records are written.
     *
     * @param current the data model that is committed now
     */
    DataModel commit(DataModel current) {
        SchemaState before = documents.currentSchema();
        SchemaState head = documents.headSchema();
        MaskState maskHead = documents.headMasks();
        long version = Wire.id(before.wire(), VERSION) + 1;
        ObjectNode schema = head.wire().deepCopy().put(VERSION, version);
        ObjectNode masks = maskHead.wire().deepCopy().put(VERSION, version);
        DataModel next = checked(current, before, schema, masks);
        SchemaState committed = new SchemaState(before.documentVersion(), schema, before.removedAfter(schema));
        documents.commit(committed, new MaskState(documents.currentMasks().documentVersion(), masks), head, maskHead);
        return next;
    }

    private DataModel checked(DataModel current, SchemaState before, ObjectNode schema, ObjectNode masks) {
        SchemaProblems problems = new SchemaProblems();
        complete(schema, List.of(before.wire()), problems);
        new MaskCheck(schema, limits, problems).check(masks);
        problems.refuseIfAny();
        DataModel next = ModelCompiler.compile(schema, masks);
        new ModelChange(current, next, before.removed(), this::count, problems).check();
        problems.refuseIfAny();
        return next;
    }

    private void complete(ObjectNode draft, List<ObjectNode> before, SchemaProblems problems) {
        limits.check(draft, problems);
        new TableCheck(limits, problems).check(draft);
        if (draft.path("tables").isArray()) {
            new IdAssignment(before, problems).assign(draft);
            new UniqueKeyCheck(problems).check(draft);
        }
        draft.put("type", "user").put("based_on_base_version", 1);
    }

    private long count(String objecttype) {
        return StoreFailures.guard(() -> records.count(objecttype));
    }
}
