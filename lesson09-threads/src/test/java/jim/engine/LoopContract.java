package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What an engine must do besides whose connections are let in by an event loop. */
public abstract class LoopContract extends EngineContract {
    private static final int PEERS = 200;

    @Override
    protected abstract LoopEngine newEngine(EngineOptions options);

    @Test
    void whoeverHasConnectedIsLetInWhenTheLoopIsTold() throws Exception {
        Queue<Connection> accepted = new ConcurrentLinkedQueue<>();
        CountDownLatch isBusy = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<Long> told = new CompletableFuture<>();
        List<Socket> peers = new ArrayList<>();
        try (LoopEngine engine = newEngine(RunningEngine.options(ROOMY, failure -> {}))) {
            InetSocketAddress address = engine.start(RunningEngine.ANYWHERE, connection -> {
                accepted.add(connection);
                return new Heard(connection, SILENT);
            });
            engine.letIn(() -> {
                isBusy.countDown();
                await(goesOn);
            });
            await(isBusy);
            for (int i = 0; i < PEERS; i++) {
                peers.add(new Socket(address.getAddress(), address.getPort()));
            }
            engine.letIn(() -> told.complete(System.nanoTime()));
            goesOn.countDown();
            long end = told.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            awaitCount(accepted);
            assertThat(accepted).allMatch(connection -> connection.since() - end <= 0);
        } finally {
            for (Socket peer : peers) {
                peer.close();
            }
        }
    }

    /** Where there are several loops, the others open what the first has let in a little later. */
    private static void awaitCount(Queue<Connection> accepted) {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (accepted.size() < PEERS && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(accepted).hasSize(PEERS);
    }
}
