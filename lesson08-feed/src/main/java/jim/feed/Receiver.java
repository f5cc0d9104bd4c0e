package jim.feed;

/** Takes the items of a {@link Feed}, one call at a time, in the order of all. */
public interface Receiver<T> {
    /**
     * Takes {@code item} on the thread of whoever published it. It must not block: the publisher and all other subscribers
     * wait for it. It may publish, subscribe and cancel. If it throws, it is cancelled.
     */
    void receive(T item);
}
