package jim.reliability;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what nobody tells and one can only look at: what the system says of a process, or whether it serves again. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOOK_AGAIN_MILLIS = 20;

    private Waiting() {}

    /** Waits for {@code what}, or fails. */
    static void until(String what, Callable<Boolean> isSo) throws Exception {
        if (!within(PATIENCE, isSo)) {
            throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain for " + what);
        }
    }

    /** Whether it becomes so in time. */
    static boolean within(Duration patience, Callable<Boolean> isSo) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean is = isSo.call();
        while (!is && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            is = isSo.call();
        }
        return is;
    }
}
