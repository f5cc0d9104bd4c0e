package jim.messenger.server;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jim.chat.line.Guest;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * A connection that nobody logs in on is closed after a while (protocol, section 1).
 *
 * @param timer what watches the time of a guest
 * @param patience how long a connection may wait
 */
record LoginDeadline(ScheduledExecutorService timer, Duration patience) {
    /** Whether the time is up when somebody has been connected for so long. */
    boolean isOver(long nanos) {
        return nanos > patience.toNanos();
    }

    /** Ends the visit of {@code guest} when the time is up, unless what it returns is run before. */
    Runnable forGuest(Guest guest) {
        ScheduledFuture<?> expiry =
                timer.schedule(() -> guest.endUnlessOnline(text()), patience.toMillis(), TimeUnit.MILLISECONDS);
        return () -> expiry.cancel(false);
    }

    /** What the peer is told when the time is up. */
    Response passed() {
        return Response.of(Status.UNAUTHORIZED, text());
    }

    /** The same as a sentence. */
    String text() {
        return "nobody has logged in for " + patience.toSeconds() + " s, connect again";
    }
}
