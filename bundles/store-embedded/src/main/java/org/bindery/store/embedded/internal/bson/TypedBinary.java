package org.bindery.store.embedded.internal.bson;

import de.bwaldvogel.mongo.bson.Bson;
import java.util.Arrays;

/** Binary data of a subtype for which the query layer has no class of its own; it keeps its subtype. */
public final class TypedBinary implements Bson {

    private static final long serialVersionUID = 1L;

    private final byte subtype;
    private final byte[] data;

    public TypedBinary(byte subtype, byte[] data) {
        this.subtype = subtype;
        this.data = data.clone();
    }

    public byte subtype() {
        return subtype;
    }

    public byte[] data() {
        return data.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedBinary binary && subtype == binary.subtype && Arrays.equals(data, binary.data);
    }

    @Override
    public int hashCode() {
        return 31 * subtype + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "TypedBinary[subtype=" + subtype + ", bytes=" + data.length + "]";
    }
}
