package jim.messenger.limits;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens, which fills at a steady pace and is full at first. Whoever takes more than there are owes them. For one
 * thread at a time.
 */
final class Rate {
    private final LongSupplier nanos;
    private final int size;
    private final long gap;
    /** When the bucket is full again, or was: all that there is to know. */
    private long fullAt;

    /**
     * A full bucket.
     *
     * @param nanos a clock, such as {@link System#nanoTime}
     * @param size how many tokens it holds
     * @param gap how long it waits for the next one
     */
    Rate(LongSupplier nanos, int size, Duration gap) {
        this.nanos = nanos;
        this.size = size;
        this.gap = gap.toNanos();
        this.fullAt = nanos.getAsLong();
    }

    /**
     * Takes so many tokens.
     *
     * @return after how many nanoseconds there is a token again; 0 when there is one
     */
    long take(int tokens) {
        if (gap == 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        fullAt = Math.max(fullAt - now, 0) + now + tokens * gap;
        return Math.max(fullAt - now - (size - 1) * gap, 0);
    }
}
