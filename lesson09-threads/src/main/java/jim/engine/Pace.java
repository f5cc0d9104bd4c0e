package jim.engine;

import java.time.Duration;

/** How long a connection waits between two writes of one frame each. Any thread may set it. */
public final class Pace {
    private static final int MOST_BYTES = 16 * 1_024;

    private volatile long gapNanos;

    /** From now on waits for {@code gap}; 0 for not at all. */
    public void set(Duration gap) {
        gapNanos = gap.toNanos();
    }

    /** How long to wait, in nanoseconds. */
    public long gapNanos() {
        return gapNanos;
    }

    /**
     * Whether {@code outbox} is to be emptied frame by frame. A pace must not fill the outbox of somebody who reads: what has
     * piled up goes out at once.
     */
    public boolean holdsBack(Outbox outbox) {
        return gapNanos > 0 && outbox.bytes() <= MOST_BYTES;
    }
}
