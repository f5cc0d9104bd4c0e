package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** How fast a connection may go: a listener can let its peer wait, and a peer that lets us wait too long is told so. */
public abstract class FlowRules extends EndingRules {
    private static final int MANY = 10_000;

    /** How many connections it must be able to serve at once. */
    protected int manyConnections() {
        return 5_000;
    }

    @Test
    void afterAPauseNoFrameComesUntilTheResumeAndThenAllInOrder() throws Exception {
        List<Frame> frames = numbered(500);
        Pausing pausing = new Pausing(frames.get(0));
        try (RunningEngine engine = engine(ROOMY, pausing);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(List.of(Pieces.glued(frames)));
            assertThat(heard.awaitFrame()).isEqualTo(frames.get(0));
            pausing.awaitPause();
            engine.assertServes();
            heard.assertSilent();
            heard.connection().resume();
            for (Frame frame : frames.subList(1, frames.size())) {
                assertThat(heard.awaitFrame()).isEqualTo(frame);
            }
        }
    }

    @Test
    void aPauseAfterEachFrameLosesNothing() throws Exception {
        List<Frame> frames = numbered(200);
        Heard.Reaction breathing = (frame, connection) -> {
            connection.pause();
            ForkJoinPool.commonPool().execute(connection::resume);
        };
        try (RunningEngine engine = engine(ROOMY, breathing);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(Pieces.splitAt(1_000, Pieces.glued(frames)));
            for (Frame frame : frames) {
                assertThat(heard.awaitFrame()).isEqualTo(frame);
            }
        }
    }

    @Test
    void whatWasPausedTwiceIsReadAfterTheSecondResume() throws Exception {
        Pausing pausing = new Pausing(number(0));
        try (RunningEngine engine = engine(ROOMY, pausing);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(0), number(1));
            heard.awaitFrame();
            pausing.awaitPause();
            heard.connection().pause();
            heard.connection().resume();
            engine.assertServes();
            heard.assertSilent();
            heard.connection().resume();
            assertThat(heard.awaitFrame()).isEqualTo(number(1));
        }
    }

    /** What a paused connection does not read fills the buffers of both systems, and then its peer cannot write. */
    @Test
    void aPausedConnectionLetsItsPeerWait() throws Exception {
        byte[] much = Pieces.glued(Collections.nCopies(5_000, LARGE));
        try (RunningEngine engine = engine(ROOMY, new Pausing(LARGE));
                Socket peer = engine.connectPlainly()) {
            Heard heard = engine.awaitAccepted();
            CompletableFuture<Void> written = runOnItsOwn(() -> write(much, peer));
            heard.awaitFrame();
            engine.assertServes();
            assertThat(written).isNotDone();
        }
    }

    private static void write(byte[] bytes, Socket peer) {
        try {
            peer.getOutputStream().write(bytes);
        } catch (IOException e) {
            // The test has seen enough.
        }
    }

    @Test
    void aPausedConnectionCanBeClosed() throws Exception {
        try (RunningEngine engine = engine(ROOMY, new Pausing(number(0)));
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(0), number(1));
            heard.awaitFrame();
            heard.connection().close();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void aPausedConnectionStillSends() throws Exception {
        try (RunningEngine engine = engine(ROOMY, new Pausing(number(0)));
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(0));
            heard.awaitFrame();
            numbered(100).forEach(heard.connection()::send);
            assertThat(receive(100, peer)).isEqualTo(numbered(100));
        }
    }

    /** Pauses at one frame, and sends every other back. */
    static final class Pausing implements Heard.Reaction {
        private final CountDownLatch paused = new CountDownLatch(1);
        private final Frame last;

        Pausing(Frame last) {
            this.last = last;
        }

        @Override
        public void to(Frame frame, Connection connection) {
            if (frame.equals(last)) {
                connection.pause();
                paused.countDown();
            } else {
                connection.send(frame);
            }
        }

        /** Waits until it has paused: a listener is heard before it acts. */
        void awaitPause() {
            await(paused);
        }
    }

    /** It gets what had begun to leave, then the reason, and no frame is cut off. */
    @Test
    void aPeerThatReadsTooSlowlyIsToldWhyInTheEnd() throws Exception {
        try (RunningEngine engine = engine(NARROW, SILENT);
                ScriptedPeer lazy = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            for (int i = 0; i < MANY; i++) {
                heard.connection().send(LARGE);
            }
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            Frame last = lazy.awaitFrame();
            while (last.equals(LARGE)) {
                last = lazy.awaitFrame();
            }
            assertThat(last.line()).isEqualTo(Heard.TOO_SLOW);
            lazy.awaitEnd();
        }
    }

    @Test
    void aCloseByATimerComesThoughBytesDrip() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            CompletableFuture<Void> dripping = runOnItsOwn(() -> drip(peer));
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(heard.connection()::close);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            dripping.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The common pool may have one thread only, and what blocks it would block the timer too. */
    private static CompletableFuture<Void> runOnItsOwn(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task, "beside the test").start());
    }

    /** Sends white space, byte by byte, until nobody takes it. */
    private static void drip(ScriptedPeer peer) {
        try {
            for (int i = 0; i < 10_000_000; i++) {
                peer.send(Frame.of(" "));
            }
        } catch (IOException e) {
            // The connection has ended, as it should.
        }
    }

    @Test
    void manyConnectionsAreServedAtOnce() throws Exception {
        List<ScriptedPeer> peers = new ArrayList<>();
        try (RunningEngine engine = echo()) {
            for (int i = 0; i < manyConnections(); i++) {
                peers.add(engine.connect());
            }
            for (ScriptedPeer peer : peers) {
                peer.send(number(1));
            }
            for (ScriptedPeer peer : peers) {
                assertThat(peer.awaitFrame()).isEqualTo(number(1));
                peer.close();
            }
        }
    }
}
