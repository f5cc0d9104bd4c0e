package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A handler that answers when the test lets it. */
final class Gate {
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    @Handles("1")
    Answer pass(Request request) throws InterruptedException {
        entered.release();
        open.await();
        return Answer.ok().with("address", request.address());
    }

    /** Waits until {@code count} requests more are inside. */
    void awaitEntered(int count) throws InterruptedException {
        assertThat(entered.tryAcquire(count, 30, TimeUnit.SECONDS))
                .as("%d requests are inside", count)
                .isTrue();
    }

    void open() {
        open.countDown();
    }
}
