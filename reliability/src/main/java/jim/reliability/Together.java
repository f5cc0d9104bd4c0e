package jim.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who act at the same time, each on a thread of their own. For one thread. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();

    /** What one of them does. */
    interface Act {
        void run() throws Exception;
    }

    /** One more begins. */
    Together start(Act act) {
        Callable<Void> callable = () -> {
            act.run();
            return null;
        };
        running.add(threads.submit(callable));
        return this;
    }

    /** Waits until all have finished; throws what went wrong with the first that did not. */
    void await() throws Exception {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
        running.clear();
    }

    private static Exception failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (Exception) cause;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
