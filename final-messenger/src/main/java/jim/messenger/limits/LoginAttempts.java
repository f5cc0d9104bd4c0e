package jim.messenger.limits;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often a password may be tried: five times a minute for a name and an address (protocol, section 3). Others' attempts
 * from elsewhere lock nobody out. For any thread.
 */
public final class LoginAttempts {
    private static final int MOST = 5;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MAX_REMEMBERED = 10_000;

    private record Who(String name, Network from) {}

    private final LongSupplier nanos;
    private final int maxRemembered;
    /** The times of the last attempts of each, in a ring. The one whose last attempt is longest ago comes first. */
    private final Map<Who, Times> attempts = new LinkedHashMap<>();

    /**
     * Counts from now on.
     *
     * @param nanos a clock, such as {@link System#nanoTime}
     */
    public LoginAttempts(LongSupplier nanos) {
        this(nanos, MAX_REMEMBERED);
    }

    LoginAttempts(LongSupplier nanos, int maxRemembered) {
        this.nanos = nanos;
        this.maxRemembered = maxRemembered;
    }

    /**
     * Asks for one attempt, and counts it if it may be made.
     *
     * @param name the key of the name
     * @return 0 when it may be made; else in how many seconds the next may
     */
    public synchronized long secondsToWait(String name, InetAddress from) {
        long now = nanos.getAsLong();
        Who who = new Who(name, Network.of(from));
        Times times = attempts.getOrDefault(who, new Times(now - MINUTE));
        long wait = times.first() + MINUTE - now;
        if (wait > 0) {
            return Duration.ofNanos(wait).plusMillis(999).toSeconds();
        }
        times.add(now);
        attempts.remove(who);
        attempts.put(who, times);
        forget(now);
        return 0;
    }

    /** The password was right: what was tried before does not count any more. */
    public synchronized void succeeded(String name, InetAddress from) {
        attempts.remove(new Who(name, Network.of(from)));
    }

    /** Forgets what is too old to count, and the oldest when it is too much. */
    private void forget(long now) {
        Iterator<Times> oldest = attempts.values().iterator();
        while (now - oldest.next().last() >= MINUTE || attempts.size() > maxRemembered) {
            oldest.remove();
        }
    }

    /** How many are remembered. */
    synchronized int remembered() {
        return attempts.size();
    }

    /** The times of the last attempts. */
    private static final class Times {
        private final long[] ring = new long[MOST];
        private int next;

        Times(long longAgo) {
            Arrays.fill(ring, longAgo);
        }

        long first() {
            return ring[next];
        }

        long last() {
            return ring[(next + MOST - 1) % MOST];
        }

        void add(long time) {
            ring[next] = time;
            next = (next + 1) % MOST;
        }
    }
}
