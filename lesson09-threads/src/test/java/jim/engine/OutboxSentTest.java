package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What an outbox runs when something has been sent. */
final class OutboxSentTest {
    private static final Frame TEN_BYTES = Frame.of("0123456789");
    private static final Frame ONE_BYTE = Frame.of("x");
    private static final int ALL = 100;

    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final Outbox outbox = new Outbox(ALL, failures::add);

    @Test
    void whatIsToRunAfterwardsRunsWithTheLastByteBeforeIt() {
        outbox.offer(TEN_BYTES);
        outbox.afterSent(() -> ran.add("one"));
        outbox.offer(TEN_BYTES);
        outbox.afterSent(() -> ran.add("two"));
        outbox.fill(ByteBuffer.allocate(ALL), ALL);
        assertThat(ran).isEmpty();

        sendUpTo(9);
        assertThat(ran).isEmpty();
        sendUpTo(1);
        assertThat(ran).containsExactly("one");
        sendUpTo(ALL);
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void whatIsToRunAfterwardsRunsAlsoWhenItHasEndedSince() {
        outbox.offer(ONE_BYTE);
        outbox.afterSent(() -> ran.add("one"));
        outbox.end();
        sendUpTo(ALL);

        assertThat(ran).containsExactly("one");
    }

    @Test
    void whatWasThrownAwayIsNeverSent() {
        outbox.offer(TEN_BYTES);
        outbox.afterSent(() -> ran.add("one"));
        outbox.endWith(TEN_BYTES);
        sendUpTo(ALL);

        assertThat(ran).isEmpty();
    }

    @Test
    void afterItsEndNothingIsToRunAnyMore() {
        outbox.end();
        outbox.afterSent(() -> ran.add("one"));

        assertThat(ran).isEmpty();
    }

    @Test
    void whatRunsMayAskForMoreWhichRunsAfterIt() {
        outbox.afterSent(() -> {
            outbox.afterSent(() -> ran.add("second"));
            ran.add("first");
        });

        assertThat(ran).containsExactly("first", "second");
    }

    /** So it cannot come before the one that is running. */
    @Test
    void whatIsDueWhileAnotherRunsIsRunByTheSameThread() throws Exception {
        CompletableFuture<Thread> running = new CompletableFuture<>();
        outbox.afterSent(() -> {
            Thread other = new Thread(() -> outbox.afterSent(() -> running.complete(Thread.currentThread())), "other");
            other.start();
            join(other);
            assertThat(running).isNotDone();
        });

        assertThat(running).isCompletedWithValue(Thread.currentThread());
        assertThat(failures).isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join(ScriptedPeer.PATIENCE.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatItThrowsIsReportedAndTheNextRunsAllTheSame() {
        outbox.offer(ONE_BYTE);
        outbox.afterSent(() -> {
            throw new IllegalStateException("as the test wants");
        });
        outbox.afterSent(() -> ran.add("next"));
        sendUpTo(ALL);

        assertThat(failures).hasSize(1);
        assertThat(ran).containsExactly("next");
    }

    private void sendUpTo(int bytes) {
        OutboxTest.taken(bytes, ALL, outbox);
    }
}
