package jim.feed;

/** What a subscriber holds in its hand: the way out. For any thread. */
public interface Subscription {
    /** Ends it. When this returns, nothing more comes. To cancel twice does no harm. */
    void cancel();
}
