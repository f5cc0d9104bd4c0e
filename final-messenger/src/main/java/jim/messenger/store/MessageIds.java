package jim.messenger.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each message a number of its own, greater than all before, also when the clock goes back, and when a store that
 * forgets is started anew. For any thread.
 */
final class MessageIds {
    /** So many numbers fit into a millisecond. */
    private static final int BITS_BELOW_A_MILLISECOND = 20;

    private final AtomicLong last;

    /**
     * @param used the greatest that was ever given; 0 for none
     */
    MessageIds(InstantSource clock, long used) {
        last = new AtomicLong(Math.max(used, clock.millis() << BITS_BELOW_A_MILLISECOND));
    }

    long next() {
        return last.incrementAndGet();
    }
}
