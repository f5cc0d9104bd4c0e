package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do, over real sockets. A test class extends it, says how its engine is made, and has all of the
 * rules; those on how a connection ends stand in {@link EndingRules}, those on how fast it goes in {@link FlowRules}, those
 * on late answers in {@link HoldRules} and {@link SentRules}.
 */
public abstract class EngineContract extends SentRules {
    @Test
    void framesOfOneConnectionArriveInOrder() throws Exception {
        List<Frame> frames = numbered(1_000);
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(frames)));
            assertHears(frames, engine.awaitAccepted());
        }
    }

    @Test
    void framesArriveWhereverTheyAreSplit() throws Exception {
        List<Frame> frames = frames().subList(0, 2);
        byte[] glued = Pieces.glued(frames);
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            for (int at = 0; at <= glued.length; at++) {
                peer.send(Pieces.splitAt(at, glued));
                assertHears(frames, heard);
            }
        }
    }

    @Test
    void framesArriveInPiecesOfOneByteAndInRandomOnes() throws Exception {
        byte[] glued = Pieces.glued(frames());
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(Pieces.oneByOne(glued));
            assertHears(frames(), heard);
            peer.send(Pieces.random(new Random(7), 100, glued));
            assertHears(frames(), heard);
        }
    }

    @Test
    void halvesOfFramesFromTwoPeersAreNotMixed() throws Exception {
        List<byte[]> ann = Pieces.splitAt(5, number(1).toByteArray());
        List<byte[]> bob = Pieces.splitAt(5, number(2).toByteArray());
        try (RunningEngine engine = echo();
                ScriptedPeer one = engine.connect();
                ScriptedPeer other = engine.connect()) {
            one.send(ann.subList(0, 1));
            other.send(bob.subList(0, 1));
            one.send(ann.subList(1, 2));
            other.send(bob.subList(1, 2));
            assertThat(one.awaitFrame()).isEqualTo(number(1));
            assertThat(other.awaitFrame()).isEqualTo(number(2));
        }
    }

    @Test
    void whatManyThreadsSendArrivesWholeAndInTheOrderOfEach() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Senders senders = new Senders(200, engine.awaitAccepted().connection());
            senders.assertInOrder(receive(senders.total(), peer));
        }
    }

    @Test
    void whatTheAcceptorSendsComesFirst() throws Exception {
        try (RunningEngine engine = new RunningEngine(this::newEngine, ROOMY, c -> c.send(number(0)), ECHO);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(1));
            assertThat(receive(2, peer)).containsExactly(number(0), number(1));
        }
    }

    @Test
    void aPaceLosesNothingAndKeepsTheOrder() throws Exception {
        List<Frame> frames = numbered(50);
        Duration gap = Duration.ofMillis(1);
        try (RunningEngine engine = new RunningEngine(this::newEngine, ROOMY, c -> c.pace(gap), ECHO);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(frames)));
            assertThat(receive(50, peer)).isEqualTo(frames);
        }
    }

    /** A burst would fill the outbox of somebody who reads, were it held back until the gap is over. */
    @Test
    void whatPilesUpDoesNotWaitForTheGap() throws Exception {
        Heard.Reaction piling = (frame, connection) -> {
            for (int i = 0; i < (frame.equals(number(0)) ? 1 : 3); i++) {
                connection.send(LARGE);
            }
        };
        try (RunningEngine engine =
                        new RunningEngine(this::newEngine, ROOMY, c -> c.pace(Duration.ofHours(1)), piling);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(0));
            assertThat(peer.awaitFrame()).isEqualTo(LARGE);
            peer.send(number(1));
            for (int i = 0; i < 3; i++) {
                assertThat(peer.awaitFrame()).isEqualTo(LARGE);
            }
            assertThat(List.of(heard.awaitFrame(), heard.awaitFrame())).containsExactly(number(0), number(1));
        }
    }

    @Test
    void aPaceMayBeChangedWhileFramesWait() throws Exception {
        List<Frame> frames = numbered(300);
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Connection connection = engine.awaitAccepted().connection();
            for (int i = 0; i < frames.size(); i++) {
                connection.pace(Duration.ofNanos(i % 3 * 10_000L));
                connection.send(frames.get(i));
            }
            assertThat(receive(300, peer)).isEqualTo(frames);
        }
    }

    /** Every other connection is flushed also because a gap is over, and none of the rest may be forgotten for that. */
    @Test
    void whatOneThreadSendsToManyPeersArrivesThoughSomeArePaced() throws Exception {
        List<Frame> frames = numbered(500);
        List<ScriptedPeer> peers = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        try (RunningEngine engine = silent()) {
            for (int i = 0; i < 20; i++) {
                peers.add(engine.connect());
                connections.add(engine.awaitAccepted().connection());
                connections.get(i).pace(Duration.ofNanos(i % 2 * 10_000L));
            }
            for (Frame frame : frames) {
                connections.forEach(connection -> connection.send(frame));
            }
            for (ScriptedPeer peer : peers) {
                assertThat(receive(frames.size(), peer)).isEqualTo(frames);
                peer.close();
            }
        }
    }

    @Test
    void aConnectionKnowsItsPeer() throws Exception {
        try (RunningEngine engine = silent();
                Socket peer = engine.connectPlainly()) {
            Heard heard = engine.awaitAccepted();
            assertThat(heard.connection().peer()).isEqualTo(peer.getLocalSocketAddress());
        }
    }

    @Test
    void portZeroIsAnyFreePort() throws Exception {
        try (RunningEngine one = echo();
                RunningEngine other = echo()) {
            assertThat(one.address().getPort())
                    .isPositive()
                    .isNotEqualTo(other.address().getPort());
            one.assertServes();
            other.assertServes();
        }
    }

    @Test
    void aPortThatIsTakenIsAnIoException() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, RunningEngine.ANYWHERE.getAddress());
                Engine engine = newEngine(RunningEngine.options(ROOMY, failure -> {}))) {
            InetSocketAddress at = (InetSocketAddress) taken.getLocalSocketAddress();
            assertThatIOException().isThrownBy(() -> engine.start(at, connection -> new Heard(connection, SILENT)));
        }
    }

    @Test
    void anAddressThatNobodyKnowsIsAnIoException() throws Exception {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
        try (Engine engine = newEngine(RunningEngine.options(ROOMY, failure -> {}))) {
            assertThatIOException()
                    .isThrownBy(() -> engine.start(nowhere, connection -> new Heard(connection, SILENT)));
        }
    }

    @Test
    void afterItsCloseAnEngineListensNoMoreAndMayBeClosedAgain() throws Exception {
        try (RunningEngine engine = echo()) {
            engine.assertServes();
            engine.stop();
            assertThatIOException().isThrownBy(engine::connect);
        }
    }

    @Test
    void anEngineMayBeClosedBeforeItStarts() throws Exception {
        newEngine(RunningEngine.options(ROOMY, failure -> {})).close();
    }

    @Test
    void anEngineThatClosesSendsWhatItAccepted() throws Exception {
        List<Frame> frames = numbered(100);
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().pace(Duration.ofMillis(1));
            frames.forEach(heard.connection()::send);
            engine.stop();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(receive(100, peer)).isEqualTo(frames);
            peer.awaitEnd();
        }
    }

    private static void assertHears(List<Frame> frames, Heard heard) {
        for (Frame frame : frames) {
            assertThat(heard.awaitFrame()).isEqualTo(frame);
        }
    }

    private static List<Frame> frames() {
        return WireExamples.requests().stream()
                .map(WireExample::wire)
                .filter(frame -> frame.length() < 1_000)
                .toList();
    }
}
