package jim.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stays true when many threads publish, subscribe and cancel at once. */
@Timeout(60)
final class FeedRacesTest {
    private static final int PUBLISHERS = 8;
    private static final int ITEMS = 2_000;

    private record Item(int publisher, int number) {}

    private interface Work {
        void run() throws Exception;
    }

    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Feed<Item> feed = new Feed<>(failures::add);
    private final List<Item> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void allSubscribersGetTheItemsInOneOrder() throws Exception {
        List<Item> direct = new ArrayList<>();
        feed.subscribe(all::add);
        feed.subscribe(direct::add);
        QueuedSubscription<Item> queue = feed.subscribe(PUBLISHERS * ITEMS, Overflow.DISCONNECT);
        Future<List<Item>> queued = threads.submit(() -> drained(queue, PUBLISHERS * ITEMS));

        run(publishing());

        assertThat(all).hasSize(PUBLISHERS * ITEMS).isEqualTo(direct).isEqualTo(queued.get());
        assertThat(failures).isEmpty();
    }

    @Test
    void theOrderOfEachPublisherIsKept() throws Exception {
        feed.subscribe(all::add);
        run(publishing());
        for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
            int who = publisher;
            assertThat(all.stream().filter(item -> item.publisher == who).map(Item::number))
                    .containsExactlyElementsOf(IntStream.range(0, ITEMS).boxed().toList());
        }
    }

    @Test
    void whoeverComesAndGoesGetsAGaplessPart() throws Exception {
        long seed = Long.getLong("jim.seed", System.nanoTime());
        List<List<Item>> visits = Collections.synchronizedList(new ArrayList<>());
        feed.subscribe(all::add);
        List<Work> works = new ArrayList<>(publishing());
        for (int visitor = 0; visitor < 4; visitor++) {
            Random random = new Random(seed + visitor);
            works.add(() -> {
                for (int visit = 0; visit < 200; visit++) {
                    visits.add(visit(1 + random.nextInt(200)));
                }
            });
        }
        run(works);
        for (List<Item> visit : visits) {
            assertThat(Collections.indexOfSubList(all, visit))
                    .as("-Djim.seed=%d, a visit of %d items", seed, visit.size())
                    .isNotNegative();
        }
    }

    @Test
    void nothingComesAfterCancelHasReturned() throws Exception {
        List<Work> works = new ArrayList<>(publishing());
        works.add(() -> {
            for (int visit = 0; visit < 1_000; visit++) {
                boolean[] left = new boolean[1];
                Subscription subscription = feed.subscribe(item -> {
                    if (left[0]) {
                        throw new IllegalStateException("an item for somebody who has left");
                    }
                });
                subscription.cancel();
                left[0] = true;
            }
        });
        run(works);
        assertThat(failures).isEmpty();
    }

    @Test
    void whoNeverTakesDelaysNobodyAndKeepsNoMoreThanItsBound() throws Exception {
        List<QueuedSubscription<Item>> stuck = new ArrayList<>();
        for (Overflow whenFull : Overflow.values()) {
            stuck.add(feed.subscribe(10, whenFull));
        }
        feed.subscribe(all::add);
        run(publishing());
        assertThat(all).hasSize(PUBLISHERS * ITEMS);
        assertThat(stuck.get(0).take()).isEqualTo(all.subList(all.size() - 10, all.size()));
        assertThat(stuck.get(1).take()).isEqualTo(all.subList(0, 10));
        assertThat(stuck.get(2).take()).isEmpty();
    }

    @Test
    void tenThousandSubscribersComeAndGoBetweenItems() {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            subscriptions.add(feed.subscribe(all::add));
        }
        feed.publish(new Item(0, 0));
        subscriptions.forEach(Subscription::cancel);
        feed.publish(new Item(0, 1));
        assertThat(all).hasSize(10_000);
    }

    /** Subscribes somebody who leaves from inside the receiver after about {@code length} items; returns what it will get. */
    private List<Item> visit(int length) {
        List<Item> got = new ArrayList<>();
        AtomicReference<Subscription> own = new AtomicReference<>();
        own.set(feed.subscribe(item -> {
            got.add(item);
            if (got.size() >= length && own.get() != null) {
                own.get().cancel();
            }
        }));
        return got;
    }

    private List<Work> publishing() {
        List<Work> works = new ArrayList<>();
        for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
            int who = publisher;
            works.add(() -> IntStream.range(0, ITEMS).forEach(number -> feed.publish(new Item(who, number))));
        }
        return works;
    }

    private static List<Item> drained(QueuedSubscription<Item> queue, int count) throws InterruptedException {
        List<Item> got = new ArrayList<>();
        while (got.size() < count) {
            got.addAll(queue.take());
        }
        return got;
    }

    /** Lets all of {@code works} begin at once, and waits until all are done. */
    private void run(List<Work> works) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(works.size());
        List<Future<?>> running = new ArrayList<>();
        for (Work work : works) {
            running.add(threads.submit(() -> {
                together.await();
                work.run();
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }
}
