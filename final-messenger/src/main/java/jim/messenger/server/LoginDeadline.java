package jim.messenger.server;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * A connection that nobody logs in on is closed after a while (protocol, section 1).
 *
 * @param timer what watches the time
 * @param patience how long a connection may wait
 */
record LoginDeadline(ScheduledExecutorService timer, Duration patience) {
    /** Runs {@code expire} when the time is up, unless it is cancelled before. */
    ScheduledFuture<?> start(Runnable expire) {
        return timer.schedule(expire, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the peer is told when the time is up. */
    Response passed() {
        return Response.of(
                Status.UNAUTHORIZED, "nobody has logged in for " + patience.toSeconds() + " s, connect again");
    }
}
