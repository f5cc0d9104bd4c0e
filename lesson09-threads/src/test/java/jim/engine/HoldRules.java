package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** An end that has begun waits for whoever holds the connection, but not for ever. Who answers is on a thread of its own. */
public abstract class HoldRules extends ResourceRules {
    private static final Frame ANSWER = Frame.of("{\"answer\":true}");
    private static final Heard.Reaction HOLDING = (frame, connection) -> connection.hold();
    /** Much less than a hold may last. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Test
    void anAnswerThatComesAfterThePeerHasEndedItsStreamStillReachesIt() throws Exception {
        try (RunningEngine engine = engine(ROOMY, HOLDING);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(1)).endOutput();
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
            answer(heard.connection());
            assertGets(List.of(ANSWER), peer);
        }
    }

    @Test
    void anAnswerThatComesAfterAFaultThatClosesStillReachesThePeer() throws Exception {
        try (RunningEngine engine = engine(ROOMY, HOLDING);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(List.of(number(1), NONSENSE))));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            heard.awaitFault();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            answer(heard.connection());
            assertGets(List.of(Heard.LAST.withoutLineFeed(), ANSWER), peer);
        }
    }

    @Test
    void anAnswerThatComesAfterACloseStillReachesThePeerAndNoFurtherFrameTheListener() throws Exception {
        Heard.Reaction closing = (frame, connection) -> {
            connection.hold();
            connection.send(frame);
            connection.close();
        };
        try (RunningEngine engine = engine(ROOMY, closing);
                ScriptedPeer peer = engine.connect()) {
            peer.send(List.of(Pieces.glued(numbered(3))));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            answer(heard.connection());
            assertGets(List.of(number(0), ANSWER), peer);
        }
    }

    @Test
    void anAnswerThatComesAfterTheListenerHasFailedStillReachesThePeer() throws Exception {
        Heard.Reaction failing = (frame, connection) -> {
            connection.hold();
            throw new IllegalStateException(WANTED);
        };
        try (RunningEngine engine = engine(ROOMY, failing);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(1));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.LISTENER_FAILED);
            answer(heard.connection());
            assertGets(List.of(ANSWER), peer);
        }
    }

    private static void answer(Connection connection) {
        connection.send(ANSWER);
        connection.release();
        connection.send(number(99));
    }

    private static void assertGets(List<Frame> frames, ScriptedPeer peer) throws Exception {
        assertThat(receive(frames.size(), peer)).isEqualTo(frames);
        peer.awaitEnd();
    }

    @Test
    void twoHoldsNeedTwoReleases() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().hold();
            heard.connection().hold();
            heard.connection().close();
            heard.awaitClosed();
            heard.connection().release();
            heard.connection().send(number(1));
            assertThat(peer.awaitFrame()).isEqualTo(number(1));
            answer(heard.connection());
            assertGets(List.of(ANSWER), peer);
        }
    }

    @Test
    void theLastReleaseEndsTheStreamAlsoWhenNothingWasSent() throws Exception {
        try (RunningEngine engine = echo();
                Socket peer = engine.connectPlainly()) {
            peer.setSoTimeout((int) AT_ONCE.toMillis());
            Heard heard = engine.awaitAccepted();
            heard.connection().hold();
            heard.connection().close();
            heard.awaitClosed();
            engine.assertServes();
            heard.connection().release();
            assertThat(peer.getInputStream().read()).isNegative();
        }
    }

    @Test
    void aHoldThatIsOverBeforeTheEndChangesNothing() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Connection connection = engine.awaitAccepted().connection();
            connection.hold();
            connection.release();
            connection.send(number(1));
            connection.close();
            connection.send(number(2));
            assertGets(List.of(number(1)), peer);
        }
    }

    @Test
    void aHeldConnectionWhosePeerIsLostEndsAtOnce() throws Exception {
        try (RunningEngine engine = engine(ROOMY, HOLDING);
                ScriptedPeer peer = engine.connect()) {
            peer.send(number(1));
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            peer.reset();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LOST);
            assertStops(engine);
        }
    }

    private static void assertStops(RunningEngine engine) throws Exception {
        CompletableFuture.runAsync(engine::stop, task -> new Thread(task, "stop").start())
                .get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoReadsTooSlowlyIsClosedAtOnceAlthoughHeld() throws Exception {
        Overflow overflow = new Overflow();
        try (RunningEngine engine =
                        new RunningEngine(options -> newEngine(overflow.watching(options)), NARROW, SILENT);
                Socket lazy = engine.connectNarrowly()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().hold();
            overflow.fill(heard.connection(), LARGE);
            heard.connection().send(ANSWER);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            Overflow.beforeLast(lazy.getInputStream().readAllBytes());
            assertStops(engine);
        }
    }

    @Test
    void aConnectionThatIsHeldForEverIsDroppedInTheEnd() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().hold();
            heard.connection().close();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            peer.awaitEnd();
            assertStops(engine);
        }
        assertEnd(newSince(before));
    }

    @Test
    void anEngineThatClosesWaitsForWhatIsHeld() throws Exception {
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            heard.connection().hold();
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(engine::stop, task -> new Thread(task, "stop").start());
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(stopped).isNotDone();
            answer(heard.connection());
            assertGets(List.of(ANSWER), peer);
            stopped.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
