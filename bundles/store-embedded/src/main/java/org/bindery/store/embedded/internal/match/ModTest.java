package org.bindery.store.embedded.internal.match;

import java.util.List;

/** {@code $mod}: the rest of a division of whole numbers; fractions are cut off first. */
final class ModTest {

    private ModTest() {}

    static ValueTest of(Object operand) {
        if (!(operand instanceof List<?> pair)
                || pair.size() != 2
                || !(pair.get(0) instanceof Number divisor)
                || !(pair.get(1) instanceof Number rest)) {
            throw Filters.bad("malformed mod, needs to be an array of two numbers");
        }
        if (divisor.longValue() == 0) {
            throw Filters.bad("divisor cannot be 0");
        }
        long by = divisor.longValue();
        long wanted = rest.longValue();
        return value -> value instanceof Number number
                && Double.isFinite(number.doubleValue())
                && number.longValue() % by == wanted;
    }
}
