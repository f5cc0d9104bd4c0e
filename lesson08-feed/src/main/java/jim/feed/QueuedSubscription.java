package jim.feed;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A subscription with a bounded queue, for whoever takes its items on a thread of its own and at its own pace: with {@link
 * #take} a thread that serves nobody else, with {@link #poll} one that serves many. Its lock is held for a few instructions
 * only.
 */
public final class QueuedSubscription<T> implements Subscription {
    private final int bound;
    private final Overflow whenFull;
    private final Consumer<Subscription> leave;
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private final Queue<T> items = new ArrayDeque<>();
    private long dropped;
    private boolean over;

    /**
     * @param bound the most items that may wait
     * @param leave takes this subscription out of its feed
     */
    QueuedSubscription(int bound, Overflow whenFull, Consumer<Subscription> leave) {
        if (bound < 1) {
            throw new IllegalArgumentException("a queue needs room for one item at least, not for " + bound);
        }
        this.bound = bound;
        this.whenFull = whenFull;
        this.leave = leave;
    }

    /**
     * Waits until there is something, and takes all of it, in the order in which it was published. Empty when the
     * subscription has ended.
     */
    public synchronized List<T> take() throws InterruptedException {
        while (items.isEmpty() && !over) {
            wait();
        }
        List<T> taken = List.copyOf(items);
        items.clear();
        return taken;
    }

    /** The oldest item that waits, or null when nothing does, or the subscription has ended. */
    public synchronized T poll() {
        return items.poll();
    }

    /** How many items were thrown away so far because there was no place for them. */
    public synchronized long dropped() {
        return dropped;
    }

    /**
     * Comes when the subscription ends, with the reason, on the thread that ends it. What hangs on it must not block: it may
     * be a publisher's thread. A thread that is stuck and cannot come to {@link #take} can be freed by it.
     */
    public CompletionStage<End> ended() {
        return ended.minimalCompletionStage();
    }

    /** Ends it, and throws away what waits. */
    @Override
    public void cancel() {
        end(End.CANCELLED);
    }

    void put(T item) {
        if (!offer(item)) {
            end(End.TOO_SLOW);
        }
    }

    private synchronized boolean offer(T item) {
        if (items.size() < bound) {
            items.add(item);
            notifyAll();
            return true;
        }
        dropped++;
        if (whenFull == Overflow.DROP_OLDEST) {
            items.remove();
            items.add(item);
        }
        return whenFull != Overflow.DISCONNECT;
    }

    /** The feed first, and only then our own lock: whoever publishes takes the two in the same order. */
    private void end(End why) {
        leave.accept(this);
        abandon(why);
        ended.complete(why);
    }

    private synchronized void abandon(End why) {
        dropped += why == End.TOO_SLOW ? items.size() : 0;
        items.clear();
        over = true;
        notifyAll();
    }
}
