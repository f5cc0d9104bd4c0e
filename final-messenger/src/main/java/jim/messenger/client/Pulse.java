package jim.messenger.client;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells whether the other side is still there: a computer that has lost its network, or a server that stands still, hangs
 * up on nobody. For any thread.
 */
final class Pulse {
    static final int ANSWER_SECONDS = 15;
    static final int SIGN_SECONDS = 90;

    private final LongSupplier nanos;
    private volatile long heard;

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        heard();
    }

    /** Something has come. */
    void heard() {
        heard = now();
    }

    long now() {
        return nanos.getAsLong();
    }

    /**
     * Whether an answer is overdue. Whoever has asked much at once waits longer for the last answers, but hears others.
     *
     * @param asked when the oldest request was sent that has no answer
     */
    boolean isLost(long asked) {
        return hasPassed(ANSWER_SECONDS, asked) && hasPassed(ANSWER_SECONDS, heard);
    }

    /** Whether it is time to ask for a sign of life. */
    boolean isFaint() {
        return hasPassed(SIGN_SECONDS, heard);
    }

    private boolean hasPassed(int seconds, long since) {
        return now() - since >= TimeUnit.SECONDS.toNanos(seconds);
    }
}
