package org.bindery.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonDocument;

/** How a unique value becomes a document: one per value, so that the id alone keeps it unique. */
final class UniqueValues {

    private UniqueValues() {}

    /**
     * The value goes in as a hash, because it may be longer than a key of an index may be. The length keeps apart names
     * that run into each other.
     */
    static String idOf(String objecttype, String key, String value) {
        return objecttype.length() + ":" + objecttype + "/" + key + "/"
                + HexFormat.of().formatHex(sha256(value));
    }

    static long holderOf(BsonDocument document) {
        return document.getInt64(RecordFields.RECORD).getValue();
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
