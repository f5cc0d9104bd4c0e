package jim.messenger.limits;

import java.time.Duration;

/**
 * How much one peer may take (protocol, section 8).
 *
 * @param burst how many messages a connection may send at once
 * @param gap after how long it may send one more
 * @param connections the most that one address may have
 * @param connectionsFromHere the most that this computer may have to itself
 */
public record Limits(int burst, Duration gap, int connections, int connectionsFromHere) {
    /** What the protocol says when nothing is chosen. */
    public static final Limits USUAL = new Limits(50, Duration.ofMillis(100), 64, 10_000);

    /** For those who measure. */
    public static final Limits NONE = new Limits(1, Duration.ZERO, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
