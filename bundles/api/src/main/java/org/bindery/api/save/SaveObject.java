package org.bindery.api.save;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One object on its way to the store, as one step sees it (fylr-spec 6.2).
 *
 * <p>The fields are copied for the step on the first call of {@link #fields()}, the rest on the first call of
 * {@link #json()}; reading with {@link #field(String)} copies nothing. Not safe for use by several threads.
 */
public final class SaveObject {

    /** Key under which an object carries its hash and original mask. */
    public static final String CALLBACK_CONTEXT = "_callback_context";

    /** Key under which {@link #wire()} adds the stored object. */
    public static final String CURRENT = "_current";

    private final int index;
    private final ObjectNode source;
    private final ObjectNode stored;
    private ObjectNode copy;
    private ObjectNode fieldsCopy;
    private ObjectNode storedCopy;

    /**
     * Makes an object for a step. The core does this; a plugin needs it only in its tests.
     *
     * @param index position of the object in the request, from 0
     * @param source the object with {@code _objecttype} and {@code _callback_context}; not null; not changed
     * @param stored the object as it is stored now, or null for an insert; not changed
     */
    public SaveObject(int index, ObjectNode source, ObjectNode stored) {
        this.index = index;
        this.source = Objects.requireNonNull(source, "source");
        this.stored = stored;
    }

    /**
     * Position of the object in the request.
     *
     * @return the index, from 0
     */
    public int index() {
        return index;
    }

    /**
     * Name of the objecttype.
     *
     * @return the value of {@code _objecttype}; an empty string if there is none
     */
    public String objecttype() {
        return source.path("_objecttype").asText();
    }

    /**
     * The hash by which the answer is matched to the object.
     *
     * @return the value of {@code _callback_context.hash}; an empty string if there is none
     */
    public String hash() {
        return source.path(CALLBACK_CONTEXT).path("hash").asText();
    }

    /**
     * Tells a new object from a stored one.
     *
     * @return true if the object is not stored yet
     */
    public boolean isInsert() {
        return stored == null;
    }

    /**
     * Reads one user field without copying the object.
     *
     * @param name name of the column, for example {@code title}; not null
     * @return the value; a missing node if the field is not there; never null. Treat as read-only
     */
    public JsonNode field(String name) {
        return fieldsNow().path(name);
    }

    private JsonNode fieldsNow() {
        if (copy != null) {
            return copy.path(objecttype());
        }
        return fieldsCopy == null ? source.path(objecttype()) : fieldsCopy;
    }

    /**
     * The complete object without {@code _current}, in the step's own copy.
     *
     * @return the copy, the same one on each call; never null
     */
    public ObjectNode json() {
        if (copy == null) {
            copy = ownCopy();
        }
        return copy;
    }

    /** Copies everything but the fields the step has got already: it may have changed them. */
    private ObjectNode ownCopy() {
        if (fieldsCopy == null) {
            return source.deepCopy();
        }
        ObjectNode own = source.objectNode();
        for (Map.Entry<String, JsonNode> entry : source.properties()) {
            boolean isFields = entry.getKey().equals(objecttype());
            own.set(entry.getKey(), isFields ? fieldsCopy : entry.getValue().deepCopy());
        }
        own.set(objecttype(), fieldsCopy);
        return own;
    }

    /**
     * The user fields within {@link #json()}. Much cheaper than that if nothing else is needed.
     *
     * @return the object under the key of the objecttype; made empty if it was missing; never null
     */
    public ObjectNode fields() {
        if (copy != null) {
            return copy.withObjectProperty(objecttype());
        }
        if (fieldsCopy == null) {
            JsonNode fields = source.path(objecttype());
            fieldsCopy = fields.isObject() ? fields.deepCopy() : source.objectNode();
        }
        return fieldsCopy;
    }

    /**
     * The object as it is stored now, complete, in the same shape.
     *
     * @return the step's own copy; empty for an insert
     */
    public Optional<ObjectNode> current() {
        if (storedCopy == null && stored != null) {
            storedCopy = stored.deepCopy();
        }
        return Optional.ofNullable(storedCopy);
    }

    /**
     * The object as fylr plugins get it: {@link #json()} with {@code _current} (null for an insert).
     *
     * @return a new copy; never null
     */
    public ObjectNode wire() {
        ObjectNode wire = json().deepCopy();
        wire.set(CURRENT, stored == null ? wire.nullNode() : stored.deepCopy());
        return wire;
    }

    /**
     * Tells whether the step's copy differs from what it was given.
     *
     * @return true if {@link #json()} or {@link #fields()} was changed
     */
    public boolean isChanged() {
        if (copy != null) {
            return !copy.equals(source);
        }
        return fieldsCopy != null && !fieldsCopy.equals(source.path(objecttype()));
    }

    /**
     * What the step hands back for this object: the complete copy if it asked for it, else its type, hash and fields,
     * as a missing key means unchanged.
     */
    ObjectNode answer() {
        if (copy != null || fieldsCopy == null) {
            return json();
        }
        ObjectNode answer = source.objectNode();
        answer.put("_objecttype", objecttype());
        answer.set(CALLBACK_CONTEXT, source.path(CALLBACK_CONTEXT).deepCopy());
        answer.set(objecttype(), fieldsCopy);
        return answer;
    }
}
