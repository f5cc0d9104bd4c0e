package jim.messenger.server;

import java.time.Duration;

/**
 * How long the server waits for what (protocol, sections 1 and 3 to 5).
 *
 * @param login until somebody has logged in
 * @param idle until a silent client is probed
 * @param probe after that, until it is given up
 * @param holder until the holder of a name that somebody else wants must have said something
 * @param ack until what was not acknowledged is sent again
 * @param read until somebody must have read something of what was sent
 * @param tick how often the server looks at all this
 */
public record Patience(
        Duration login, Duration idle, Duration probe, Duration holder, Duration ack, Duration read, Duration tick) {
    /** That of the protocol. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1));

    /** The same, but for the login. */
    public Patience withLogin(Duration other) {
        return new Patience(other, idle, probe, holder, ack, read, tick);
    }
}
