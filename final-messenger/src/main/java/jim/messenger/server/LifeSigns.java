package jim.messenger.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Whether anybody is still there at the other end: what is silent for too long is probed, and what does not answer the probe
 * is given up (protocol, sections 3 and 4). For any thread.
 */
final class LifeSigns {
    private final Patience patience;
    private final Runnable probe;
    private volatile long heardAt;
    private volatile boolean probed;
    /** Who waits for a sign; null for nobody. Changed under this lock. */
    private volatile CompletableFuture<Boolean> awaited;

    /**
     * @param probe asks the client
     * @param now the time, in nanoseconds since some moment
     */
    LifeSigns(Patience patience, Runnable probe, long now) {
        this.patience = patience;
        this.probe = probe;
        this.heardAt = now;
    }

    /** Something has come. It is said for each request, and most say nothing new: only what changes is written. */
    void heard(long now) {
        if (heardAt != now) {
            heardAt = now;
        }
        if (probed) {
            probed = false;
        }
        if (awaited != null) {
            settle(true);
        }
    }

    /** Nothing will come any more. */
    void ended() {
        settle(false);
    }

    private void settle(boolean alive) {
        CompletableFuture<Boolean> asked;
        synchronized (this) {
            asked = awaited;
            awaited = null;
        }
        if (asked != null) {
            asked.complete(alive);
        }
    }

    /** Probes, and says whether anything comes in time. */
    CompletionStage<Boolean> await() {
        CompletableFuture<Boolean> sign;
        synchronized (this) {
            if (awaited != null) {
                return awaited;
            }
            sign = new CompletableFuture<>();
            awaited = sign;
        }
        probe.run();
        return sign.completeOnTimeout(false, patience.holder().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Probes what has been silent for long; false when it has been silent since, and is to be given up. */
    boolean look(long now) {
        long silent = now - heardAt;
        Duration idle = patience.idle();
        if (silent >= idle.toNanos() && !probed) {
            probed = true;
            probe.run();
        }
        return !probed || silent < idle.plus(patience.probe()).toNanos();
    }
}
