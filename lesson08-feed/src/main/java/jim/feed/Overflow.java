package jim.feed;

/** What happens to an item for which there is no place in the queue of a {@link QueuedSubscription}. */
public enum Overflow {
    /** It gets the place of the oldest one: for whoever wants to know how things are now. */
    DROP_OLDEST,
    /** It is thrown away: for whoever wants to know how things began. */
    DROP_NEWEST,
    /** The subscription ends, with all that waits in it: for whoever must not miss anything, and can begin anew. */
    DISCONNECT
}
