package jim.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import jim.testkit.WireExample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lesson 3's server over real sockets: what one client does disturbs no other. */
final class ServerLoopTest {
    private static final Frame PRESENCE = WireExample.json("{'action':'presence','user':{'account_name':'ann'}}");

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RunningServer(ScriptedPeer.PATIENCE);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aPresenceIsAnswered200() throws Exception {
        assertIsServed();
        assertThat(server.notes().await("connected")).startsWith("client /127.0.0.1:");
        server.notes().await("left");
    }

    @Test
    void aClientMaySayManyThings() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            assertThat(client.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
            assertThat(client.send("{'action':'quit'}").awaitAnswer().code()).isEqualTo(400);
            assertThat(client.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
        }
    }

    @Test
    void tenPresencesInOneWriteAreTenAnswers() throws Exception {
        List<Frame> ten = Collections.nCopies(10, PRESENCE);
        try (ScriptedPeer client = server.connect()) {
            client.send(List.of(Pieces.glued(ten))).endOutput();
            for (int i = 0; i < 10; i++) {
                assertThat(client.awaitAnswer().code()).isEqualTo(200);
            }
            client.awaitEnd();
        }
    }

    @Test
    void aClientThatDripsIsServed() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            client.send(Pieces.oneByOne(PRESENCE.toByteArray()));
            assertThat(client.awaitAnswer().code()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#notJson")
    void bytesThatAreNoJsonAreAnswered400AndTheConnectionIsClosed(WireExample example) throws Exception {
        try (ScriptedPeer client = server.connect()) {
            client.send(example.wire()).endOutput();
            assertThat(lastAnswer(client).is(Status.BAD_REQUEST)).isTrue();
        }
        assertIsServed();
    }

    @Test
    void aClientThatDropsInTheMiddleOfAMessageDisturbsNobody() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            client.send(Pieces.splitAt(20, PRESENCE.toByteArray()).subList(0, 1));
        }
        server.notes().await("a client was lost: java.io.EOFException");
        assertIsServed();
    }

    @Test
    void aClientThatIsResetDisturbsNobody() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            assertThat(client.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
            client.reset();
        }
        server.notes().await("a client was lost: java.net.SocketException");
        assertIsServed();
    }

    @Test
    void aClientThatTalksOnAfterItsFaultStillReadsWhatWasWrong() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            client.send(Frame.of("x".repeat(5_000_000)));
            assertThat(client.awaitAnswer().is(Status.BAD_REQUEST)).isTrue();
            client.awaitEnd();
        }
        server.notes().await("does not speak JIM");
        assertIsServed();
    }

    @Test
    void aSilentClientHoldsTheOthersForItsPatienceOnly() throws Exception {
        try (RunningServer hasty = new RunningServer(Duration.ofMillis(200));
                ScriptedPeer silent = hasty.connect()) {
            try (ScriptedPeer other = hasty.connect()) {
                assertThat(other.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
            }
            silent.awaitEnd();
            hasty.notes().await("a client was lost: java.net.SocketTimeoutException");
        }
    }

    @Test
    void aClientThatNeverReadsHoldsTheOthersForItsPatienceOnly() throws Exception {
        try (RunningServer hasty = new RunningServer(Duration.ofMillis(200));
                ScriptedPeer deaf = hasty.connect();
                ScriptedPeer other = hasty.connect()) {
            other.send(PRESENCE);
            assertThatIOException().isThrownBy(() -> deaf.send(Collections.nCopies(200_000, PRESENCE.toByteArray())));
            assertThat(other.awaitAnswer().code()).isEqualTo(200);
        }
    }

    @Test
    void aDripOfBytesDoesNotLengthenTheServersPatience() throws Exception {
        try (RunningServer hasty = new RunningServer(Duration.ofMillis(50));
                ScriptedPeer drip = hasty.connect()) {
            assertThatIOException().isThrownBy(() -> dripFor(ScriptedPeer.PATIENCE, drip));
        }
    }

    /** The last answer before the server closes the connection. */
    private static Response lastAnswer(ScriptedPeer client) throws IOException {
        List<Response> answers = client.awaitAnswersUntilEnd();
        return answers.get(answers.size() - 1);
    }

    /** Sends byte after byte until the server has had enough, or {@code time} is over. */
    private static void dripFor(Duration time, ScriptedPeer client) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            client.send(" ");
        }
    }

    @Test
    void twoServersCannotListenOnOnePort() throws Exception {
        try (ServerLoop second = new ServerLoop(null, Journal.SILENT, ScriptedPeer.PATIENCE)) {
            assertThatIOException().isThrownBy(() -> second.listen(server.address()));
        }
    }

    @Test
    void aPortCanBeListenedOnAgainAtOnce() throws Exception {
        InetSocketAddress address = server.address();
        ScriptedPeer client = server.connect();
        client.send(PRESENCE).awaitAnswer();
        // Its end comes first from the server, which leaves the address waiting for late packets.
        client.send("x").awaitAnswer();
        client.awaitEnd();
        client.close();
        server.close();
        try (ServerLoop second = new ServerLoop(null, Journal.SILENT, ScriptedPeer.PATIENCE)) {
            assertThat(second.listen(address)).isEqualTo(address);
        }
    }

    private void assertIsServed() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            assertThat(client.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
        }
    }
}
