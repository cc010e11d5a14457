package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveObject;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;

/** The objects of a save between two steps. Used by one thread at a time. */
final class WorkingBatch {

    private final List<ChainObject> given;
    private final ObjectNode[] now;
    private final String[] objecttypes;
    private Map<String, Integer> byHash;

    WorkingBatch(List<ChainObject> given) {
        this.given = given;
        this.now = new ObjectNode[given.size()];
        this.objecttypes = new String[given.size()];
        for (int i = 0; i < now.length; i++) {
            now[i] = given.get(i).object();
            objecttypes[i] = now[i].path("_objecttype").asText();
        }
    }

    boolean hasAnyFor(StepDeclaration step) {
        for (String objecttype : objecttypes) {
            if (step.wants(objecttype)) {
                return true;
            }
        }
        return false;
    }

    /** The batch as a step sees it: its objects only, each numbered by its place in the request. */
    SaveBatch seenBy(StepDeclaration step, SaveInfo info) {
        List<SaveObject> seen = new ArrayList<>(now.length);
        for (int i = 0; i < now.length; i++) {
            if (step.wants(objecttypes[i])) {
                seen.add(new SaveObject(i, now[i], given.get(i).current()));
            }
        }
        return new SaveBatch(info, seen);
    }

    /** Index of the object with this hash, or -1. */
    int indexOf(String hash) {
        if (now.length == 1) {
            return hashOf(0).equals(hash) ? 0 : -1;
        }
        if (byHash == null) {
            byHash = new HashMap<>(now.length * 2);
            for (int i = 0; i < now.length; i++) {
                byHash.put(hashOf(i), i);
            }
        }
        return byHash.getOrDefault(hash, -1);
    }

    private String hashOf(int index) {
        return now[index].path(SaveObject.CALLBACK_CONTEXT).path("hash").asText();
    }

    int size() {
        return now.length;
    }

    String objecttype(int index) {
        return objecttypes[index];
    }

    boolean isInsert(int index) {
        return given.get(index).current() == null;
    }

    ObjectNode object(int index) {
        return now[index];
    }

    void replace(int index, ObjectNode object) {
        now[index] = object;
    }

    /** The objects as they are now, in request order. */
    List<ObjectNode> objects() {
        return Arrays.asList(now);
    }
}
