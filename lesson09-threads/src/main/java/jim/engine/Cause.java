package jim.engine;

/** Why a connection has ended. */
public enum Cause {
    /** The peer ended its stream. A reset that a write has heard of first may look so to a read. */
    PEER_LEFT,
    /** The network, or the peer's system, broke the connection. */
    PEER_LOST,
    /** Our side closed it. */
    CLOSED,
    /** The peer read too slowly and its outbox was full. */
    TOO_SLOW,
    /** The listener threw an exception or an error. */
    LISTENER_FAILED
}
