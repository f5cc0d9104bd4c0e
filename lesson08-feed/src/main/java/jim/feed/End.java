package jim.feed;

/** Why a {@link QueuedSubscription} ended. */
public enum End {
    /** Its owner cancelled it. */
    CANCELLED,
    /** Its queue was full, and it may not miss anything ({@link Overflow#DISCONNECT}). */
    TOO_SLOW
}
