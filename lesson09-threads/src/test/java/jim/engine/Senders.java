package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;

/** Threads that send to one connection at once, each a row of frames of its own. */
final class Senders {
    private static final int COUNT = 8;

    private final List<List<Frame>> rows;
    private final CompletableFuture<Void> finished;
    private final AtomicInteger sent = new AtomicInteger();

    /** Begins to send {@code each} frames from each thread. */
    Senders(int each, Connection connection) {
        rows = IntStream.range(0, COUNT).mapToObj(sender -> row(sender, each)).toList();
        CyclicBarrier together = new CyclicBarrier(COUNT);
        finished = CompletableFuture.allOf(
                rows.stream().map(row -> start(row, connection, together)).toArray(CompletableFuture<?>[]::new));
    }

    private static List<Frame> row(int sender, int each) {
        return IntStream.range(0, each)
                .mapToObj(n -> Frame.of("{\"sender\":" + sender + ",\"n\":" + n + "}"))
                .toList();
    }

    private CompletableFuture<Void> start(List<Frame> row, Connection connection, CyclicBarrier together) {
        return CompletableFuture.runAsync(
                () -> {
                    await(together);
                    for (Frame frame : row) {
                        connection.send(frame);
                        sent.incrementAndGet();
                    }
                },
                task -> new Thread(task, "sender").start());
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    /** How many frames they send together. */
    int total() {
        return rows.stream().mapToInt(List::size).sum();
    }

    /** How many they have sent by now. */
    int sent() {
        return sent.get();
    }

    /** Waits until all have sent all. */
    void awaitEnd() throws Exception {
        finished.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Of each row, {@code got} has the beginning, in order, and nothing twice. */
    void assertInOrder(List<Frame> got) {
        for (List<Frame> row : rows) {
            List<Frame> ofRow =
                    got.stream().filter(new HashSet<>(row)::contains).toList();
            assertThat(ofRow).isEqualTo(row.subList(0, ofRow.size()));
        }
    }
}
