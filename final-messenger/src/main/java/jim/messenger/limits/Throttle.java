package jim.messenger.limits;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jim.engine.Connection;

/**
 * Slows down a peer that floods: what it sends is not read until it may send again (protocol, section 4). Nothing is lost, and
 * nobody else waits. For the connection's own thread.
 */
public final class Throttle {
    /** However much a peer owes, it is read again after so long: only then is it seen that it has left. */
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private final Connection connection;
    private final Rate rate;
    private final ScheduledExecutorService timer;

    Throttle(Connection connection, Rate rate, ScheduledExecutorService timer) {
        this.connection = connection;
        this.rate = rate;
        this.timer = timer;
    }

    /** The peer has sent so many messages. */
    public void spend(int messages) {
        long wait = Math.min(rate.take(messages), LONGEST);
        if (wait > 0) {
            connection.pause();
            ScheduledFuture<?> unused = timer.schedule(connection::resume, wait, TimeUnit.NANOSECONDS);
        }
    }
}
