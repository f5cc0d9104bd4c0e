package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What waits for one peer: in order, and never more than the bound. */
final class OutboxTest {
    private static final Frame TEN_BYTES = Frame.of("0123456789");
    private static final Frame ONE_BYTE = Frame.of("x");

    private final Outbox outbox = new Outbox(30);
    private volatile int most = 10;

    @Test
    void framesComeOutInTheOrderInWhichTheyWentIn() throws Exception {
        List<Frame> frames = List.of(Frame.of("a"), Frame.of("b"), Frame.of("c"));
        frames.forEach(outbox::offer);
        assertThat(outbox.take(() -> 2)).isEqualTo(frames.subList(0, 2));
        assertThat(outbox.take(() -> 2)).isEqualTo(frames.subList(2, 3));
    }

    @Test
    void framesAreTakenUpToTheBoundAndNoByteMore() {
        fill();
        assertThat(outbox.offer(ONE_BYTE)).isFalse();
    }

    @Test
    void whatWasRefusedIsNotInIt() throws Exception {
        fill();
        outbox.offer(ONE_BYTE);
        assertThat(outbox.take(() -> 10)).containsExactly(TEN_BYTES, TEN_BYTES, TEN_BYTES);
    }

    @Test
    void aFrameLargerThanTheBoundIsTakenWhenNothingElseWaits() {
        assertThat(new Outbox(5).offer(TEN_BYTES)).isTrue();
    }

    @Test
    void aFrameLargerThanTheBoundIsRefusedWhenSomethingWaits() {
        Outbox small = new Outbox(5);
        small.offer(ONE_BYTE);
        assertThat(small.offer(TEN_BYTES)).isFalse();
    }

    @Test
    void bytesCountUntilTheyHaveBeenSent() throws Exception {
        fill();
        List<Frame> taken = outbox.take(() -> 1);
        assertThat(outbox.offer(ONE_BYTE)).isFalse();
        outbox.sent(taken);
        assertThat(outbox.offer(TEN_BYTES)).isTrue();
        assertThat(outbox.offer(ONE_BYTE)).isFalse();
    }

    @Test
    void afterItsEndTheRestCanBeTakenAndThenNothing() throws Exception {
        outbox.offer(ONE_BYTE);
        outbox.end();
        assertThat(outbox.take(() -> 10)).containsExactly(ONE_BYTE);
        assertThat(outbox.take(() -> 10)).isEmpty();
    }

    @Test
    void whatIsOfferedAfterItsEndIsDropped() throws Exception {
        outbox.end();
        assertThat(outbox.offer(ONE_BYTE)).isTrue();
        assertThat(outbox.take(() -> 10)).isEmpty();
    }

    @Test
    void whenItIsAbandonedNothingIsLeft() throws Exception {
        fill();
        outbox.abandon();
        assertThat(outbox.offer(ONE_BYTE)).isTrue();
        assertThat(outbox.take(() -> 10)).isEmpty();
    }

    @Test
    void whoWaitsGetsTheNextFrame() throws Exception {
        CompletableFuture<List<Frame>> taken = takenByAnother();
        outbox.offer(ONE_BYTE);
        assertThat(soon(taken)).containsExactly(ONE_BYTE);
    }

    @Test
    void howManyMayBeTakenIsAskedAfterTheWait() throws Exception {
        CompletableFuture<List<Frame>> taken = takenByAnother();
        most = 1;
        synchronized (outbox) {
            outbox.offer(ONE_BYTE);
            outbox.offer(TEN_BYTES);
        }
        assertThat(soon(taken)).containsExactly(ONE_BYTE);
    }

    @Test
    void whoWaitsHearsOfTheEnd() throws Exception {
        CompletableFuture<List<Frame>> taken = takenByAnother();
        outbox.end();
        assertThat(soon(taken)).isEmpty();
    }

    @Test
    void whoWaitsHearsThatItIsAbandoned() throws Exception {
        CompletableFuture<List<Frame>> taken = takenByAnother();
        outbox.abandon();
        assertThat(soon(taken)).isEmpty();
    }

    private void fill() {
        for (int i = 0; i < 3; i++) {
            assertThat(outbox.offer(TEN_BYTES)).isTrue();
        }
    }

    /** What a thread takes that waits already. */
    private CompletableFuture<List<Frame>> takenByAnother() {
        CompletableFuture<List<Frame>> taken = new CompletableFuture<>();
        Thread taker = new Thread(() -> take(taken), "taker");
        taker.setDaemon(true);
        taker.start();
        while (taker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return taken;
    }

    private void take(CompletableFuture<List<Frame>> taken) {
        try {
            taken.complete(outbox.take(() -> most));
        } catch (InterruptedException e) {
            taken.completeExceptionally(e);
        }
    }

    private static List<Frame> soon(CompletableFuture<List<Frame>> taken)
            throws InterruptedException, ExecutionException, TimeoutException {
        return taken.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
