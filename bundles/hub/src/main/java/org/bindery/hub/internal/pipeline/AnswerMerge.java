package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.SaveObject;

/**
 * Takes the answer of a step over into the batch: only what a plugin may change (fylr-spec 6.4), matched by hash. What is
 * taken is copied, because the step may keep the object it returned.
 */
final class AnswerMerge {

    /** Taken over beside the user fields. */
    private static final Set<String> TAKEN = Set.of("_comment", "_tags", "_acl", "_owner");

    /** Within the user fields these belong to the core: identity, and a path that is derived. */
    private static final Set<String> KEPT = Set.of("_id", "_version", "_path");

    private static final String UUID = "_uuid";
    private static final String MASK = "_mask";
    private static final String ALL_FIELDS = "_all_fields";

    private final WorkingBatch batch;
    private final StepDeclaration step;

    AnswerMerge(WorkingBatch batch, StepDeclaration step) {
        this.batch = batch;
        this.step = step;
    }

    void take(PreSaveResult answer) {
        if (answer == null) {
            throw new WrongAnswerException(
                    -1, "The step returned null.", "Return PreSaveResult.unchanged() if there is nothing to change.");
        }
        if (answer.objects().isEmpty()) {
            return;
        }
        BitSet taken = new BitSet(batch.size());
        for (int position = 0; position < answer.objects().size(); position++) {
            takeObject(answer.objects().get(position), position, taken);
        }
    }

    private void takeObject(ObjectNode answer, int position, BitSet taken) {
        int index = indexOf(answer, position);
        if (taken.get(index)) {
            throw wrongHash(index, "is in the answer twice");
        }
        taken.set(index);
        JsonNode mask = answer.get(MASK);
        if (mask != null && !mask.isNull() && !mask.asText().equals(ALL_FIELDS)) {
            throw new WrongAnswerException(
                    index,
                    "The returned object has _mask '" + Sentences.cut(mask.asText()) + "'.",
                    "Return _mask as " + ALL_FIELDS + " or leave it out.");
        }
        batch.replace(index, merged(index, answer));
    }

    private int indexOf(ObjectNode answer, int position) {
        String hash = answer.path(SaveObject.CALLBACK_CONTEXT).path("hash").asText();
        if (hash.isEmpty()) {
            throw wrongHash(onlyObject(), "is missing in returned object " + position);
        }
        int index = batch.indexOf(hash);
        if (index < 0 || !step.wants(batch.objecttype(index))) {
            throw wrongHash(
                    onlyObject(),
                    "'" + Sentences.cut(hash) + "' of returned object " + position + " is none the step was given");
        }
        return index;
    }

    /** With one object in the batch there is no doubt which one is meant. */
    private int onlyObject() {
        return batch.size() == 1 ? 0 : -1;
    }

    private static WrongAnswerException wrongHash(int object, String what) {
        return new WrongAnswerException(
                object,
                "The _callback_context.hash " + what + ".",
                "Return each changed object once, with the " + SaveObject.CALLBACK_CONTEXT + " it came with.");
    }

    private ObjectNode merged(int index, ObjectNode answer) {
        String objecttype = batch.objecttype(index);
        ObjectNode merged = shallowCopy(batch.object(index));
        for (Map.Entry<String, JsonNode> entry : answer.properties()) {
            String key = entry.getKey();
            if (TAKEN.contains(key) || key.equals(UUID) && batch.isInsert(index)) {
                take(key, entry.getValue(), merged);
            }
        }
        JsonNode fields = answer.get(objecttype);
        if (fields != null) {
            merged.set(objecttype, mergedFields(index, merged.get(objecttype), fields));
        }
        return merged;
    }

    private static ObjectNode mergedFields(int index, JsonNode before, JsonNode fields) {
        if (!fields.isObject()) {
            throw new WrongAnswerException(
                    index,
                    "The fields of the returned object are not a JSON object.",
                    "Return the fields under the name of the objecttype, or leave that key out.");
        }
        ObjectNode merged =
                before instanceof ObjectNode object ? shallowCopy(object) : ((ObjectNode) fields).objectNode();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (!KEPT.contains(entry.getKey())) {
                take(entry.getKey(), entry.getValue(), merged);
            }
        }
        return merged;
    }

    private static void take(String key, JsonNode value, ObjectNode into) {
        if (!value.equals(into.get(key))) {
            into.set(key, value.deepCopy());
        }
    }

    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        return copy;
    }
}
