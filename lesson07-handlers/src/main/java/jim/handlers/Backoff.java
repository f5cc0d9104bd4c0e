package jim.handlers;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The pauses between attempts: each about twice as long as the one before, and none exactly so, or all clients of a server
 * that comes back would knock in the same moment. For one thread.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final long end;
    private long nanos = FIRST.toNanos();

    /**
     * @param patience for how long there may be a next attempt
     */
    Backoff(Duration patience) {
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Waits until it is time for the next attempt; false, at once, when there is to be none. */
    boolean pause() throws InterruptedException {
        long pause = ThreadLocalRandom.current().nextLong(nanos / 2, nanos);
        if (System.nanoTime() + pause - end > 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(pause);
        nanos = Math.min(2 * nanos, LONGEST.toNanos());
        return true;
    }
}
