package jim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a connection ends: its listener hears it exactly once, with the true cause, and nobody else is disturbed. */
public abstract class EndingRules {
    static final Heard.Reaction SILENT = (frame, connection) -> {};
    static final Heard.Reaction ECHO = (frame, connection) -> connection.send(frame);
    static final int ROOMY = 1 << 20;
    static final int NARROW = 64 * 1_024;
    static final Frame LARGE = Frame.of("{\"text\":\"" + "x".repeat(8_000) + "\"}");
    static final Frame NONSENSE = Frame.of("nonsense");
    static final String WANTED = "as the test wants";
    private static final String MUCH = "x".repeat(4 * ROOMY);

    /** An engine that does not listen yet. */
    protected abstract Engine newEngine(EngineOptions options) throws IOException;

    static List<Named<Runnable>> troubles() {
        return List.of(
                Named.of("an exception", () -> {
                    throw new IllegalStateException(WANTED);
                }),
                Named.of("an error", () -> {
                    throw new StackOverflowError(WANTED);
                }));
    }

    @Test
    void aPeerThatHangsUpHasLeft() throws Exception {
        try (RunningEngine engine = silent()) {
            engine.connect().close();
            assertThat(engine.awaitAccepted().awaitClosed()).isEqualTo(Cause.PEER_LEFT);
        }
    }

    @Test
    void aPeerThatResetsIsLost() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(1));
            heard.awaitFrame();
            peer.reset();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LOST);
        }
    }

    @Test
    void aCloseByAnotherThreadEndsTheConnection() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().close();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void aCloseInsideACallIsTheLastThatTheListenerHearsOf() throws Exception {
        try (RunningEngine engine = engine(ROOMY, (frame, connection) -> connection.close());
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(0), number(1), NONSENSE))));
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFrame()).isEqualTo(number(0));
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void aCloseByTheAcceptorEndsTheConnection() throws Exception {
        try (RunningEngine engine = new RunningEngine(this::newEngine, ROOMY, Connection::close, ECHO);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(1));
            assertThat(engine.awaitAccepted().awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void afterACloseNoFrameAndNoFaultReachesTheListener() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RunningEngine engine = engine(ROOMY, (frame, connection) -> await(closed));
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(0), number(1), NONSENSE))));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            heard.connection().close();
            closed.countDown();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
        }
    }

    @Test
    void whatWasSentBeforeACloseArrivesAndWhatIsSentAfterItDoesNot() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            numbered(500).forEach(heard.connection()::send);
            heard.connection().close();
            heard.connection().send(number(500));
            assertThat(receive(500, peer)).isEqualTo(numbered(500));
            peer.awaitEnd();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
        }
    }

    @Test
    void manyClosesAtOnceAreOneEnd() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            IntStream.range(0, 20).forEach(i -> new Thread(heard.connection()::close).start());
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
        }
    }

    @Test
    void aPeerThatEndsItsStreamStillGetsWhatIsOwedToIt() throws Exception {
        try (RunningEngine engine = echo();
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(numbered(500)))).endOutput();
            assertThat(receive(500, peer)).isEqualTo(numbered(500));
            peer.awaitEnd();
        }
    }

    /** Or it comes again at once, and finds itself still there. */
    @Test
    void whoSeesTheEndOfItsConnectionIsGoneForTheListenerToo() throws Exception {
        try (RunningEngine engine = silent()) {
            for (int i = 0; i < 200; i++) {
                try (ScriptedPeer peer = engine.connect().endOutput()) {
                    peer.awaitEnd();
                    assertThat(engine.awaitAccepted().hasHeardOfItsEnd()).isTrue();
                }
            }
        }
    }

    @Test
    void aPeerThatReadsTooSlowlyIsClosedAndNobodyWaitsForIt() throws Exception {
        try (RunningEngine engine = engine(NARROW, ECHO);
                ScriptedPeer lazy = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            lazy.send(number(1));
            heard.awaitFrame();
            for (int i = 0; i < 10_000; i++) {
                heard.connection().send(LARGE);
            }
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            engine.assertServes();
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aListenerThatThrowsEndsItsOwnConnectionAlone(Runnable trouble) throws Exception {
        try (RunningEngine engine = engine(ROOMY, failingAtTwo(trouble));
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            peer.send(number(1), number(2));
            heard.awaitFrame();
            heard.awaitFrame();
            assertThat(engine.awaitFailure()).hasMessage(WANTED);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.LISTENER_FAILED);
            assertThat(receive(1, peer)).containsExactly(number(1));
            peer.awaitEnd();
            engine.assertServes();
        }
    }

    private static Heard.Reaction failingAtTwo(Runnable trouble) {
        return (frame, connection) -> {
            if (frame.equals(number(2))) {
                trouble.run();
            }
            connection.send(frame);
        };
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void anAcceptorThatThrowsEndsThatConnectionAlone(Runnable trouble) throws Exception {
        AtomicReference<Runnable> next = new AtomicReference<>(trouble);
        Consumer<Connection> failing = connection -> next.getAndSet(() -> {}).run();
        try (RunningEngine engine = new RunningEngine(this::newEngine, ROOMY, failing, ECHO);
                ScriptedPeer peer = engine.connect()) {
            peer.awaitEnd();
            assertThat(engine.awaitFailure()).hasMessage(WANTED);
            engine.assertServes();
        }
    }

    @Test
    void aFaultReachesTheListenerAfterTheFramesBeforeIt() throws Exception {
        try (RunningEngine engine = echo();
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(0), NONSENSE, number(1)))));
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFrame()).isEqualTo(number(0));
            assertThat(heard.awaitFault()).hasMessageContaining("'n'");
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(receive(2, peer)).containsExactly(number(0), Frame.of("{\"last\":true}"));
            peer.awaitEnd();
        }
    }

    /** To close a socket with bytes unread resets the connection, and its peer may lose what was sent last. */
    @Test
    void theLastWordReachesAPeerThatHadSentMuchThatNobodyRead() throws Exception {
        try (RunningEngine engine = echo();
                Socket peer = engine.connectPlainly()) {
            Heard heard = engine.awaitAccepted();
            peer.getOutputStream().write(MUCH.getBytes(UTF_8));
            heard.awaitFault();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(peer.getInputStream().readAllBytes()).isEqualTo(Heard.LAST.toByteArray());
        }
    }

    @Test
    void allThatIsOwedReachesSuchAPeerAlsoWhenAnotherThreadCloses() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        List<Frame> owed = Collections.nCopies(100, LARGE);
        try (RunningEngine engine = engine(ROOMY, (frame, connection) -> await(closed));
                Socket peer = engine.connectPlainly()) {
            Heard heard = engine.awaitAccepted();
            peer.getOutputStream().write(Pieces.glued(numbered(5_000)));
            heard.awaitFrame();
            owed.forEach(heard.connection()::send);
            heard.connection().close();
            closed.countDown();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(peer.getInputStream().readAllBytes()).isEqualTo(Pieces.glued(owed));
        }
    }

    final RunningEngine silent() throws IOException {
        return engine(ROOMY, SILENT);
    }

    final RunningEngine echo() throws IOException {
        return engine(ROOMY, ECHO);
    }

    final RunningEngine engine(int outboxBytes, Heard.Reaction reaction) throws IOException {
        return new RunningEngine(this::newEngine, outboxBytes, reaction);
    }

    static Frame number(int n) {
        return Frame.of("{\"n\":" + n + "}");
    }

    /** Frames with the numbers from 0 on. */
    static List<Frame> numbered(int count) {
        return IntStream.range(0, count).mapToObj(EndingRules::number).toList();
    }

    static String text(Frame frame) {
        return new String(frame.toByteArray(), UTF_8);
    }

    static List<Frame> receive(int count, ScriptedPeer peer) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(peer.awaitFrame());
        }
        return frames;
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
