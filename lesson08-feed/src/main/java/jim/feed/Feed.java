package jim.feed;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Gives each item that somebody publishes to everyone who has subscribed.
 *
 * <p>For any thread. All subscribers get the items in one and the same order, because one item is given out at a time,
 * under the feed's lock. So each publisher's items stay in their order too, and when {@link #publish} returns everyone has
 * been given the item. A subscriber gets what is published after it has subscribed, and nothing after it has cancelled.
 */
public final class Feed<T> {
    private final Consumer<Throwable> failures;
    private final Map<Subscription, Receiver<? super T>> receivers = new LinkedHashMap<>();
    private final Queue<T> waiting = new ArrayDeque<>();
    /** Those among whom the next item is given out; null when somebody has come or gone since. */
    private List<Entry<Subscription, Receiver<? super T>>> present;

    private boolean publishing;

    /**
     * A feed that nobody hears yet.
     *
     * @param failures is told what a receiver threw, on the publisher's thread
     */
    public Feed(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /**
     * Gives {@code item} to everyone who has subscribed. What a receiver publishes comes after the item that it was just
     * given, for all.
     */
    public synchronized void publish(T item) {
        waiting.add(item);
        if (publishing) {
            return;
        }
        publishing = true;
        try {
            for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                giveToAll(next);
            }
        } finally {
            publishing = false;
        }
    }

    /** From now on {@code receiver} gets each item at once, on the publisher's thread. */
    public Subscription subscribe(Receiver<? super T> receiver) {
        Subscription subscription = new Subscription() {
            @Override
            public void cancel() {
                remove(this);
            }
        };
        add(subscription, receiver);
        return subscription;
    }

    /**
     * From now on each item waits in a queue until it is taken.
     *
     * @param bound the most items that may wait
     * @param whenFull what happens to the next one
     */
    public QueuedSubscription<T> subscribe(int bound, Overflow whenFull) {
        QueuedSubscription<T> queue = new QueuedSubscription<>(bound, whenFull, this::remove);
        add(queue, queue::put);
        return queue;
    }

    private synchronized void add(Subscription subscription, Receiver<? super T> receiver) {
        receivers.put(subscription, receiver);
        present = null;
    }

    private synchronized void remove(Subscription subscription) {
        receivers.remove(subscription);
        present = null;
    }

    private void giveToAll(T item) {
        if (present == null) {
            present = List.copyOf(receivers.entrySet());
        }
        for (Entry<Subscription, Receiver<? super T>> each : present) {
            if (receivers.containsKey(each.getKey())) {
                give(item, each);
            }
        }
    }

    private void give(T item, Entry<Subscription, Receiver<? super T>> to) {
        try {
            to.getValue().receive(item);
        } catch (RuntimeException | Error e) {
            to.getKey().cancel();
            failures.accept(e);
        }
    }
}
