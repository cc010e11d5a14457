package org.bindery.hub.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets that are at most 6.25 percent wide, without locks. HdrHistogram would do the same, but its
 * bundle insists on {@code javax.xml.bind}, which Java 17 no longer has.
 */
public final class DurationHistogram {

    /** Each doubling of a duration is split into 2^4 buckets. */
    private static final int BITS = 4;

    private static final int SPLIT = 1 << BITS;

    /** Longest duration told apart: 2^45 ns, about ten hours. */
    private static final int DOUBLINGS = 45;

    private final AtomicLongArray buckets = new AtomicLongArray((DOUBLINGS - BITS + 1) * SPLIT);

    /** Makes an empty histogram. */
    public DurationHistogram() {}

    /**
     * Counts a duration.
     *
     * @param nanos the duration in nanoseconds
     */
    public void add(long nanos) {
        buckets.getAndIncrement(bucketOf(Math.max(0, nanos)));
    }

    /** @return how many durations were counted */
    public long count() {
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            count += buckets.get(i);
        }
        return count;
    }

    /**
     * Reads a percentile.
     *
     * @param share 0.5 for the median
     * @return nanoseconds, the middle of the bucket the percentile falls in; 0 if nothing was counted
     */
    public long percentile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < buckets.length() && wanted > 0; i++) {
            seen += buckets.get(i);
            if (seen >= wanted) {
                return middleOf(i);
            }
        }
        return 0;
    }

    private int bucketOf(long nanos) {
        if (nanos < SPLIT) {
            return (int) nanos;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int within = (int) (nanos >>> (doubling - BITS)) - SPLIT;
        return Math.min((doubling - BITS + 1) * SPLIT + within, buckets.length() - 1);
    }

    private static long middleOf(int bucket) {
        int row = bucket / SPLIT;
        int within = bucket % SPLIT;
        if (row == 0) {
            return within;
        }
        long width = 1L << (row - 1);
        return (SPLIT + within) * width + width / 2;
    }
}
