package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WorkersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Workers workers = new Workers(1);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void theResultComesBack() throws Exception {
        assertThat(workers.call(() -> "done", LONG)).isEqualTo("done");
    }

    @Test
    void anExceptionIsTheCauseOfWhatIsThrown() {
        IOException why = new IOException("gone");
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> workers.call(
                        () -> {
                            throw why;
                        },
                        LONG))
                .withCause(why);
    }

    @Test
    void whatTakesTooLongIsInterrupted() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> workers.call(() -> sleeping(end), SHORT));
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }

    private static boolean sleeping(CompletableFuture<String> end) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            end.complete("interrupted");
        }
        return true;
    }

    @Test
    void slowCallsHoldUpNobodyAndTheirThreadsAreGivenBack() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(calling(() -> awaited(open)));
        }
        assertThat(workers.call(() -> "done", LONG)).isEqualTo("done");
        open.countDown();
        slow.forEach(CompletableFuture::join);
        awaitThreads(1);
    }

    @Test
    void aCallThatDoesNotHearItsInterruptKeepsItsThreadUntilItEnds() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> workers.call(() -> deaf(open), SHORT));
        assertThat(workers.threads()).isEqualTo(2);
        assertThat(workers.call(() -> "done", LONG)).isEqualTo("done");
        open.countDown();
        awaitThreads(1);
    }

    private static boolean deaf(CountDownLatch open) {
        while (open.getCount() > 0) {
            Thread.onSpinWait();
        }
        return true;
    }

    private static boolean awaited(CountDownLatch open) throws InterruptedException {
        open.await();
        return true;
    }

    private CompletableFuture<Boolean> calling(Callable<Boolean> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return workers.call(work, LONG);
                    } catch (ExecutionException | TimeoutException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private void awaitThreads(int count) {
        Waiting.until(() -> workers.threads() == count);
    }
}
