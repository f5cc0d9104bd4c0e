package jim.engine;

import java.time.Duration;

/**
 * How far the connection of an event loop has come.
 *
 * <pre>
 *         close(), the peer leaves,          nobody holds it, all is    the peer's stream
 *         or the outbox is full              written, ours has ended    has ended, or 1 s
 *   OPEN ──────────────────────────▶ ENDING ──────────────────▶ LINGERING ──────────────▶ CLOSED
 *    │                                  │                                                    ▲
 *    │ the peer is lost                 │ the peer is lost, or 5 s                           │
 *    └──────────────────────────────────┴────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Lingering is to read and throw away: to close a socket with bytes unread would reset the connection, and the peer might
 * never see what was sent last.
 */
public enum Phase {
    /** Frames come and go. */
    OPEN,
    /** The listener has heard of the end; what is owed is still written. */
    ENDING,
    /** Our stream has ended. */
    LINGERING,
    /** It is over. */
    CLOSED;

    /** How long the peer may take to read what is owed to it, and others to hold the connection. */
    public static final Duration END_PATIENCE = Duration.ofSeconds(5);
    /** How long the peer may take to end its stream after ours. */
    public static final Duration LINGER = Duration.ofSeconds(1);
}
