package jim.engine.selector;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jim.engine.Cause;
import jim.engine.ConnectionListener;
import jim.engine.EngineOptions;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loop that has nothing to do sleeps: no answer comes sooner when it turns, and one core is busy with nothing. */
final class LoopAtRestTest {
    private static final EngineOptions OPTIONS =
            new EngineOptions(JsonFraming::new, 64 * 1_024 * 1_024, () -> Frame.of("{}"), failure -> {});
    private static final Frame LARGE = Frame.of("{\"text\":\"" + "x".repeat(8_000) + "\"}");
    private static final int MANY = 500;

    private static final class Deaf implements ConnectionListener {
        @Override
        public void onFrame(Frame frame) {}

        @Override
        public void onFault(JimFault fault) {}

        @Override
        public void onClosed(Cause why) {}
    }

    private ServerSocketChannel listening;
    private ScriptedPeer peer;
    private SocketChannel channel;
    private EventLoop loop;

    @BeforeEach
    void connect() throws Exception {
        listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        peer = ScriptedPeer.connect((InetSocketAddress) listening.getLocalAddress());
        channel = listening.accept();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 64 * 1_024);
    }

    @AfterEach
    void hangUp() throws Exception {
        loop.close(Duration.ZERO);
        loop.join(ScriptedPeer.PATIENCE);
        peer.close();
        channel.close();
        listening.close();
    }

    @Test
    void aLoopWithNothingToDoSleepsUntilItIsWoken() throws Exception {
        SleepySelector selector = new SleepySelector();
        start(selector);

        selector.awaitSleep();
        run(() -> {});
        selector.awaitSleep();
        run(() -> loop.later(Duration.ofHours(1), () -> {}));
        selector.awaitSleep();
    }

    /** A wait that is rounded down to nothing is no wait: then the loop turns until the timer is due. */
    @Test
    void aLoopSleepsUntilItsTimerIsDueThoughItBeInHalfAMillisecond() throws Exception {
        SleepySelector selector = new SleepySelector();
        start(selector);

        for (int i = 0; i < 20; i++) {
            CountDownLatch due = new CountDownLatch(1);
            loop.execute(() -> loop.later(Duration.ofNanos(500_000), due::countDown));
            assertThat(due.await(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
        // For each timer one look for the task that sets it, and one when it has become due on the way to sleep.
        assertThat(selector.looks()).isLessThan(100);
    }

    @Test
    void aLoopThatHasWrittenAllSleeps() throws Exception {
        SleepySelector selector = new SleepySelector();
        start(selector);
        SelectorConnection connection = new SelectorConnection(channel, loop);

        connection.send(LARGE);
        assertThat(peer.awaitFrame()).isEqualTo(LARGE);
        selector.awaitSleep();
    }

    /** A channel nearly always has room, so whoever asks for it all the time is never left to sleep. */
    @Test
    void roomIsAskedForOnlyWhileSomethingWaitsThatDidNotFit() throws Exception {
        Selector selector = Selector.open();
        start(selector);
        SelectorConnection connection = opened();
        awaitInterest(OP_READ, selector);

        connection.send(LARGE);
        assertThat(peer.awaitFrame()).isEqualTo(LARGE);
        awaitInterest(OP_READ, selector);

        for (int i = 0; i < MANY; i++) {
            connection.send(LARGE);
        }
        awaitInterest(OP_READ | OP_WRITE, selector);
        for (int i = 0; i < MANY; i++) {
            assertThat(peer.awaitFrame()).isEqualTo(LARGE);
        }
        awaitInterest(OP_READ, selector);
    }

    /** What nobody wants to read is ready for ever, and so is the end of a stream. */
    @Test
    void bytesAreAskedForOnlyWhileTheyAreReadAndTheStreamHasNotEnded() throws Exception {
        Selector selector = Selector.open();
        start(selector);
        SelectorConnection connection = opened();

        connection.pause();
        awaitInterest(0, selector);
        connection.resume();
        awaitInterest(OP_READ, selector);

        connection.hold();
        peer.endOutput();
        awaitInterest(0, selector);
        connection.release();
    }

    private void start(Selector selector) {
        loop = new EventLoop("loop", OPTIONS, selector);
        loop.start();
    }

    private SelectorConnection opened() throws Exception {
        SelectorConnection connection = new SelectorConnection(channel, loop);
        run(() -> connection.open(accepted -> new Deaf()));
        return connection;
    }

    /** Runs {@code work} on the loop, and waits for it. */
    private void run(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            work.run();
            done.complete(null);
        });
        done.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until the channel is asked for {@code expected} and nothing else, between two rounds of the loop. */
    private void awaitInterest(int expected, Selector selector) throws Exception {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        int[] interest = {-1};
        while (interest[0] != expected && System.nanoTime() < deadline) {
            run(() -> interest[0] = channel.keyFor(selector).interestOps());
        }
        assertThat(interest[0]).isEqualTo(expected);
    }
}
