package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.Arrays;
import java.util.List;
import org.bindery.store.embedded.internal.key.KeyRange;
import org.bindery.store.embedded.internal.key.KeyTag;
import org.bindery.store.embedded.internal.key.KeyWriter;

/** The literal beginning of a pattern such as {@code ^abc}, as a range of index keys. */
final class RegexPrefix {

    private static final String SPECIAL = "\\.[](){}*+?^$|#";
    private static final String MAY_VANISH = "*?{";

    private RegexPrefix() {}

    static FieldBounds bounds(BsonRegularExpression regex) {
        return bounds(regex.getPattern(), regex.getOptions());
    }

    /** The bounds, or null if the pattern has no fixed beginning. */
    static FieldBounds bounds(Object pattern, Object options) {
        if (pattern instanceof BsonRegularExpression regex) {
            return bounds(regex.getPattern(), options == null ? regex.getOptions() : options);
        }
        if (!(pattern instanceof String text) || options != null && !"".equals(options)) {
            return null;
        }
        String prefix = literalBeginning(text);
        if (prefix.isEmpty()) {
            return null;
        }
        byte[] key = KeyWriter.key(prefix);
        KeyRange strings = KeyRange.startingWith(Arrays.copyOf(key, key.length - 2));
        // a stored pattern equals itself
        KeyRange patterns = new KeyRange(new byte[] {KeyTag.REGEX}, new byte[] {KeyTag.REGEX + 1});
        return new FieldBounds(List.of(strings, patterns), false, false);
    }

    private static String literalBeginning(String pattern) {
        if (!pattern.startsWith("^") || pattern.indexOf('|') >= 0 || pattern.indexOf('\0') >= 0) {
            return "";
        }
        int end = 1;
        while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        if (end < pattern.length() && MAY_VANISH.indexOf(pattern.charAt(end)) >= 0) {
            end = Math.max(1, pattern.offsetByCodePoints(end, -1));
        }
        return pattern.substring(1, end);
    }
}
