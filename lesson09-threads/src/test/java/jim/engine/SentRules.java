package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What is to run when something has been sent runs then: not before, in order, and not at all when it was not sent. */
public abstract class SentRules extends HoldRules {
    private static final int MANY = 1_000;
    /** More than the systems on both sides have room for. */
    private static final int MUCH = 16 * ROOMY;

    @Test
    void whatIsToRunAfterwardsRunsAtOnceWhenNothingWaits() throws Exception {
        List<Thread> ran = new ArrayList<>();
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            engine.awaitAccepted().connection().afterSent(() -> ran.add(Thread.currentThread()));
            assertThat(ran).containsExactly(Thread.currentThread());
            peer.endOutput().awaitEnd();
        }
    }

    @Test
    void whatIsToRunAfterwardsRunsWhenThePeerHasReadEnough() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        try (RunningEngine engine = engine(MUCH, ECHO);
                Socket peer = engine.connectNarrowly()) {
            Connection connection = engine.awaitAccepted().connection();
            int length = sendMuch(connection);
            connection.afterSent(() -> ran.complete(null));
            engine.assertServes();
            read(length / 4, peer);
            assertThat(ran).isNotDone();
            read(length - length / 4, peer);
            await(ran);
        }
    }

    /** Says how many bytes it has sent. */
    private static int sendMuch(Connection connection) {
        int count = MUCH / LARGE.length();
        for (int i = 0; i < count; i++) {
            connection.send(LARGE);
        }
        return count * LARGE.length();
    }

    private static void read(int length, Socket peer) throws IOException {
        peer.getInputStream().skipNBytes(length);
    }

    private static void await(CompletableFuture<Void> ran) throws Exception {
        ran.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatIsToRunAfterwardsRunsInOrder() throws Exception {
        List<Integer> ran = new ArrayList<>();
        CompletableFuture<Void> all = new CompletableFuture<>();
        try (RunningEngine engine = silent();
                ScriptedPeer peer = engine.connect()) {
            Connection connection = engine.awaitAccepted().connection();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                connection.send(number(i));
                connection.afterSent(() -> ran.add(number));
            }
            connection.afterSent(() -> all.complete(null));
            assertThat(receive(MANY, peer)).isEqualTo(numbered(MANY));
            await(all);
            assertThat(ran).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        }
    }

    @Test
    void whatIsToRunAfterwardsRunsAlsoWhenACloseCameInBetween() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        try (RunningEngine engine = engine(MUCH, SILENT);
                Socket peer = engine.connectNarrowly()) {
            Connection connection = engine.awaitAccepted().connection();
            int length = sendMuch(connection);
            connection.afterSent(() -> ran.complete(null));
            connection.close();
            read(length, peer);
            await(ran);
        }
    }

    @Test
    void whatIsToRunAfterwardsNeverRunsWhenThePeerWasTooSlow() throws Exception {
        List<String> ran = new ArrayList<>();
        Overflow overflow = new Overflow();
        try (RunningEngine engine = new RunningEngine(options -> newEngine(overflow.watching(options)), MUCH, SILENT);
                Socket peer = engine.connectNarrowly()) {
            Heard heard = engine.awaitAccepted();
            sendMuch(heard.connection());
            heard.connection().afterSent(() -> ran.add("before"));
            overflow.fill(heard.connection(), LARGE);
            heard.connection().afterSent(() -> ran.add("after"));
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            Overflow.beforeLast(peer.getInputStream().readAllBytes());
            heard.connection().afterSent(() -> ran.add("in the end"));
        }
        assertThat(ran).isEmpty();
    }

    @Test
    void whatIsToRunAfterwardsNeverRunsWhenThePeerIsLost() throws Exception {
        List<String> ran = new ArrayList<>();
        try (RunningEngine engine = engine(MUCH, SILENT);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            sendMuch(heard.connection());
            heard.connection().afterSent(() -> ran.add("before"));
            peer.reset();
            assertThat(heard.awaitClosed()).isIn(Cause.PEER_LOST, Cause.PEER_LEFT);
            engine.stop();
            heard.connection().afterSent(() -> ran.add("in the end"));
        }
        assertThat(ran).isEmpty();
    }

    @Test
    void whatRunsAfterwardsAndThrowsIsReportedAndDisturbsNobody() throws Exception {
        Heard.Reaction failing = (frame, connection) -> {
            connection.send(frame);
            connection.afterSent(() -> {
                throw new IllegalStateException(WANTED);
            });
        };
        try (RunningEngine engine = engine(ROOMY, failing);
                ScriptedPeer peer = engine.connect()) {
            Heard heard = engine.awaitAccepted();
            for (Frame frame : numbered(2)) {
                assertThat(peer.send(frame).awaitFrame()).isEqualTo(frame);
                assertThat(heard.awaitFrame()).isEqualTo(frame);
                assertThat(engine.awaitFailure()).hasMessage(WANTED);
            }
        }
    }
}
