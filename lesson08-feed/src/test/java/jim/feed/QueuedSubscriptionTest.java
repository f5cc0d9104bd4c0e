package jim.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class QueuedSubscriptionTest {
    private final Feed<Integer> feed = new Feed<>(thrown -> {});

    @Test
    void itemsWaitInTheirOrderUntilAllOfThemAreTaken() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DISCONNECT);
        publish(1, 3);
        assertThat(queue.take()).containsExactly(1, 2, 3);
        publish(4, 5);
        assertThat(queue.take()).containsExactly(4, 5);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void whoPollsGetsOneItemOrNoneAtOnce() {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DISCONNECT);
        publish(1, 2);
        assertThat(queue.poll()).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo(2);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void whoTakesWaitsForAnItem() throws Exception {
        QueuedSubscription<Integer> queue = feed.subscribe(1, Overflow.DISCONNECT);
        CompletableFuture<List<Integer>> taken = new CompletableFuture<>();
        Thread taker = new Thread(() -> taken.complete(taken(queue)));
        taker.start();
        await(taker);
        feed.publish(7);
        assertThat(taken.get()).containsExactly(7);
    }

    @Test
    void dropOldestKeepsTheNewest() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DROP_OLDEST);
        publish(1, 10);
        assertThat(queue.dropped()).isEqualTo(7);
        assertThat(queue.take()).containsExactly(8, 9, 10);
    }

    @Test
    void dropNewestKeepsTheOldest() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DROP_NEWEST);
        publish(1, 10);
        assertThat(queue.dropped()).isEqualTo(7);
        assertThat(queue.take()).containsExactly(1, 2, 3);
    }

    @Test
    void afterAFullQueueWasTakenThereIsRoomAgain() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(2, Overflow.DROP_NEWEST);
        publish(1, 3);
        assertThat(queue.take()).containsExactly(1, 2);
        publish(4, 5);
        assertThat(queue.take()).containsExactly(4, 5);
        assertThat(queue.dropped()).isEqualTo(1);
    }

    @Test
    void disconnectEndsItAndKeepsNothing() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DISCONNECT);
        publish(1, 10);
        assertThat(queue.take()).isEmpty();
        assertThat(queue.dropped())
                .as("three that waited, and the one without a place")
                .isEqualTo(4);
        assertThat(queue.ended()).isCompletedWithValue(End.TOO_SLOW);
    }

    @Test
    void aFullQueueIsNotYetTooSlow() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DISCONNECT);
        publish(1, 3);
        assertThat(queue.ended().toCompletableFuture()).isNotDone();
        assertThat(queue.take()).hasSize(3);
    }

    @Test
    void whoHasCancelledTakesNothingMoreAndIsToldSo() throws InterruptedException {
        QueuedSubscription<Integer> queue = feed.subscribe(3, Overflow.DROP_OLDEST);
        publish(1, 2);
        queue.cancel();
        queue.cancel();
        publish(3, 9);
        assertThat(queue.take()).isEmpty();
        assertThat(queue.dropped()).isZero();
        assertThat(queue.ended()).isCompletedWithValue(End.CANCELLED);
    }

    @Test
    void theFirstReasonStays() {
        QueuedSubscription<Integer> queue = feed.subscribe(1, Overflow.DISCONNECT);
        publish(1, 2);
        queue.cancel();
        assertThat(queue.ended()).isCompletedWithValue(End.TOO_SLOW);
    }

    @Test
    void whoWaitsIsWokenWhenItIsCancelled() throws Exception {
        QueuedSubscription<Integer> queue = feed.subscribe(1, Overflow.DISCONNECT);
        CompletableFuture<List<Integer>> taken = new CompletableFuture<>();
        Thread taker = new Thread(() -> taken.complete(taken(queue)));
        taker.start();
        await(taker);
        queue.cancel();
        assertThat(taken.get()).isEmpty();
    }

    @Test
    void aQueueWithoutRoomForOneItemIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> feed.subscribe(0, Overflow.DROP_OLDEST));
    }

    /** Until it waits, so that the test does not pass because nobody had begun to. */
    private static void await(Thread taker) {
        while (taker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static List<Integer> taken(QueuedSubscription<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void publish(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(feed::publish);
    }
}
