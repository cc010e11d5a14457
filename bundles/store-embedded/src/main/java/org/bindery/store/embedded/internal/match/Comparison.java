package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.function.IntPredicate;
import org.bindery.store.embedded.internal.key.KeyTag;

/** Greater and less: only within one type, and never true for NaN, except that it equals itself. */
final class Comparison {

    private Comparison() {}

    static ValueTest test(Object operand, IntPredicate wanted, boolean orEqual) {
        int tag = KeyTag.of(operand);
        if (operand instanceof MinKey || operand instanceof MaxKey) {
            return value -> KeyTag.of(value) != tag || orEqual;
        }
        if (isNaN(operand)) {
            return value -> orEqual && isNaN(value);
        }
        return value -> KeyTag.of(value) == tag && !isNaN(value) && wanted.test(ValueOrder.compare(value, operand));
    }

    private static boolean isNaN(Object value) {
        return value instanceof Number number && Double.isNaN(number.doubleValue());
    }
}
