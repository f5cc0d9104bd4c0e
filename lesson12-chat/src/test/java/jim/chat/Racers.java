package jim.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Twenty threads that begin together. */
final class Racers implements AutoCloseable {
    static final int COUNT = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

    /** Lets another thread come in between, now: what nobody guards shows then. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing waits for it: it makes the windows wider that a test looks into
    static void letOthersIn() {
        Thread.yield();
    }

    /** What {@code work} gives for each number, when a thread for each begins it together with all others. */
    <T> List<T> race(IntFunction<Callable<T>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(COUNT);
        List<Future<T>> running = IntStream.range(0, COUNT)
                .mapToObj(i -> threads.submit(() -> {
                    together.await();
                    return work.apply(i).call();
                }))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(30, TimeUnit.SECONDS));
        }
        return results;
    }

    /** Ends them, also when they hang. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
