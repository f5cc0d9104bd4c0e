package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When several things go wrong, or happen, at once. */
public abstract class TroubleRules extends FlowRules {
    private static final int LAZY = 50;

    @Test
    void aFaultThatStaysComesBetweenTheFramesAroundItAndEndsNothing() throws Exception {
        RunningEngine.Maker fussy = options -> newEngine(
                new EngineOptions(FussyFraming::new, options.outboxBytes(), options.tooSlow(), options.failures()));
        try (RunningEngine engine = new RunningEngine(fussy, ROOMY, ECHO);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(0), FussyFraming.REFUSED, number(1)))));
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFrame()).isEqualTo(number(0));
            assertThat(heard.awaitFault().closes()).isFalse();
            assertThat(heard.awaitFrame()).isEqualTo(number(1));
            assertThat(receive(3, peer)).extracting(EndingRules::text).contains("{\"last\":true}");
            peer.send(number(2));
            assertThat(heard.awaitFrame()).isEqualTo(number(2));
        }
    }

    /** Fails where a test wants it to, and echoes. */
    private record Failing(Runnable atFault, Runnable atEnd) implements Heard.Reaction {
        @Override
        public void to(Frame frame, Connection connection) {
            connection.send(frame);
        }

        @Override
        public void toFault(Connection connection) {
            atFault.run();
        }

        @Override
        public void toEnd() {
            atEnd.run();
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aListenerThatThrowsAtAFaultEndsItsOwnConnectionAlone(Runnable trouble) throws Exception {
        try (RunningEngine engine = engine(ROOMY, new Failing(trouble, () -> {}));
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(0), NONSENSE))));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            heard.awaitFault();
            assertThat(engine.awaitFailure()).hasMessage(WANTED);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.LISTENER_FAILED);
            assertThat(receive(1, peer)).containsExactly(number(0));
            peer.awaitEnd();
            engine.assertServes();
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aListenerThatThrowsAtTheEndIsReportedAndTheConnectionEndsAllTheSame(Runnable trouble) throws Exception {
        try (RunningEngine engine = engine(ROOMY, new Failing(() -> {}, trouble));
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().close();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(engine.awaitFailure()).hasMessage(WANTED);
            peer.awaitEnd();
            engine.assertServes();
        }
    }

    @Test
    void anEngineThatClosesWhileManySendLosesNothingThatWasSentBefore() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Senders senders = new Senders(1_000, engine.awaitAccepted().connection());
            List<Frame> got = new ArrayList<>(receive(1, peer));
            int before = senders.sent();
            engine.stop();
            senders.awaitEnd();
            got.addAll(peer.awaitFramesUntilEnd());
            senders.assertInOrder(got);
            assertThat(got).hasSizeGreaterThanOrEqualTo(before);
        }
    }

    /**
     * More waits than both systems have room for, so that some of it is certainly with the engine. When a write hears of
     * the reset, a read at the same moment may see no more than an end of the stream.
     */
    @Test
    void aPeerThatResetsWhileFramesWaitForItHasGoneAlsoWhenNobodyReads() throws Exception {
        try (RunningEngine engine = engine(64 * ROOMY, ECHO);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().pause();
            for (int i = 0; i < 5_000; i++) {
                heard.connection().send(LARGE);
            }
            engine.assertServes();
            peer.reset();
            assertThat(heard.awaitClosed()).isIn(Cause.PEER_LOST, Cause.PEER_LEFT);
            engine.assertServes();
        }
    }

    @Test
    void aPeerThatEndsItsStreamDuringAPauseIsHeardToItsEndAfterTheResume() throws Exception {
        Pausing pausing = new Pausing(number(0));
        try (RunningEngine engine = engine(ROOMY, pausing);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(numbered(3)))).endOutput();
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            pausing.awaitPause();
            engine.assertServes();
            heard.assertSilent();
            heard.connection().resume();
            assertThat(heard.awaitFrame()).isEqualTo(number(1));
            assertThat(heard.awaitFrame()).isEqualTo(number(2));
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
            assertThat(receive(2, peer)).containsExactly(number(1), number(2));
            peer.awaitEnd();
        }
    }

    @Test
    void theEndOfAStreamIsHeardAfterTheResumeAlsoWhenNoFrameWaits() throws Exception {
        Pausing pausing = new Pausing(number(0));
        try (RunningEngine engine = engine(ROOMY, pausing);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(0)).endOutput();
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            pausing.awaitPause();
            engine.assertServes();
            heard.assertSilent();
            heard.connection().resume();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
        }
    }

    @Test
    void aPauseAfterACloseHoldsNothingUp() throws Exception {
        Heard.Reaction closing = (frame, connection) -> {
            connection.close();
            connection.pause();
        };
        try (RunningEngine engine = engine(ROOMY, closing);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(numbered(2))));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void pausesByAnotherThreadLoseNothingAndKeepTheOrder() throws Exception {
        List<Frame> frames = numbered(20_000);
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(
                    () -> send(Pieces.random(new Random(7), 200, Pieces.glued(frames)), peer));
            for (Frame frame : frames) {
                assertThat(heard.awaitFrame()).isEqualTo(frame);
                heard.connection().pause();
                heard.connection().resume();
            }
            sent.get();
        }
    }

    private static void send(List<byte[]> pieces, ScriptedPeer peer) {
        try {
            peer.send(pieces);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever never reads: what the engine threw away in the end is what had waited with it. */
    @Test
    void fiftyReadersThatNeverReadCostTheBoundEachAtMostAndNobodyWaits() throws Exception {
        List<Socket> lazy = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        Overflow overflow = new Overflow();
        try (RunningEngine engine = new RunningEngine(options -> newEngine(overflow.watching(options)), NARROW, ECHO)) {
            for (int i = 0; i < LAZY; i++) {
                lazy.add(engine.connectNarrowly());
                Heard heard = engine.awaitAccepted();
                taken.add(overflow.fill(heard.connection(), LARGE));
                assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            }
            engine.assertServes();
            for (int i = 0; i < LAZY; i++) {
                byte[] got = lazy.get(i).getInputStream().readAllBytes();
                assertThat(taken.get(i) - Overflow.beforeLast(got)).isBetween(0, NARROW);
                lazy.get(i).close();
            }
        }
    }
}
