package jim.handlers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that run handlers: one for each core, which is what quick work needs, and one more for each call that has turned
 * out to be slow, so that it holds up nobody behind it.
 */
final class Workers implements AutoCloseable {
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int MOST = 1_024;

    private final int cores;
    private final ThreadPoolExecutor threads;
    /** How many calls have a thread that is not counted among the cores'. Guarded by this. */
    private int slow;

    Workers(int cores) {
        this.cores = cores;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                cores, MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "handler-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Runs {@code work} on one of the threads, and waits for its result.
     *
     * @param limit how long it may take; then its thread is interrupted
     * @throws ExecutionException with what it threw
     * @throws TimeoutException when the time is up
     */
    <T> T call(Callable<T> work, Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        Call<T> call = new Call<>(work);
        threads.execute(call);
        try {
            return call.get(Math.min(QUICK.toNanos(), limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            makeRoomFor(call);
            return call.get(Math.max(0, limit.minus(QUICK).toNanos()), TimeUnit.NANOSECONDS);
        } finally {
            abandon(call);
        }
    }

    /** How many calls can run at once, as things are. */
    int threads() {
        return threads.getCorePoolSize();
    }

    private synchronized void makeRoomFor(Call<?> call) {
        if (!call.over) {
            call.slow = true;
            resize(1);
        }
    }

    /** A call that is not done by now is wanted by nobody. */
    private void abandon(Call<?> call) {
        if (call.cancel(true) && threads.remove(call)) {
            ended(call);
        }
    }

    /** Its thread is free again: perhaps long after it was abandoned. */
    private synchronized void ended(Call<?> call) {
        call.over = true;
        if (call.slow) {
            resize(-1);
        }
    }

    private void resize(int change) {
        slow += change;
        threads.setCorePoolSize(Math.min(cores + slow, MOST));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class Call<T> extends FutureTask<T> {
        /** Guarded by the workers. */
        private boolean slow;

        private boolean over;

        Call(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            super.run();
            ended(this);
        }
    }
}
