package jim.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that stay open, over real sockets: the order of answers, and what one client does to others. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RequestServerTest {
    private static final String TEST = "{'cmdid':10000}\n";
    private static final int MANY = 50;

    private final Gate gate = new Gate();
    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        server = LiveServer.with(gate, new TestHandler(), new CourseHandlers());
    }

    @AfterEach
    void stop() {
        gate.open();
        server.close();
    }

    @Test
    void requestsOfOneWriteAreAnsweredInTheirOrder() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send(echoes(100));
            assertEchoed(client, 100);
        }
    }

    @Test
    void aRequestThatDripsInIsAnswered() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send(Pieces.oneByOne(Frame.of("{\"cmdid\":10000}\r\n").toByteArray()));
            assertThat(LiveServer.answer(client)).isEqualTo(Answer.ok());
        }
    }

    @Test
    void clientsThatSendAheadGetTheirAnswersInTheirOrder() {
        List<CompletableFuture<Void>> clients = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(this::sendAhead, task -> new Thread(task).start()))
                .toList();
        clients.forEach(CompletableFuture::join);
    }

    private void sendAhead() {
        try (ScriptedPeer client = server.connect()) {
            for (int round = 0; round < 20; round++) {
                client.send(echoes(100));
                assertEchoed(client, 100);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClientThatHasEndedItsOutputGetsItsAnswers() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send(echoes(100)).endOutput();
            assertEchoed(client, 100);
            client.awaitEnd();
        }
    }

    @Test
    void aSlowHandlerDelaysTheNextRequestOfItsConnectionAndNobodyElse() throws Exception {
        List<ScriptedPeer> slow = new ArrayList<>();
        try (ScriptedPeer other = server.connect()) {
            for (int i = 0; i < MANY; i++) {
                slow.add(server.connect().send("{'cmdid':1}\n" + TEST));
            }
            gate.awaitEntered(MANY);
            assertThat(LiveServer.answer(other.send(TEST))).isEqualTo(Answer.ok());
            gate.open();
            for (ScriptedPeer client : slow) {
                assertThat(LiveServer.answer(client).more()).containsKey("address");
                assertThat(LiveServer.answer(client)).isEqualTo(Answer.ok());
            }
        } finally {
            for (ScriptedPeer client : slow) {
                client.close();
            }
        }
    }

    @Test
    void aClientThatHangsUpInTheMiddleDisturbsNobody() throws Exception {
        try (ScriptedPeer client = server.connect()) {
            client.send("{'cmdid':");
        }
        try (ScriptedPeer client = server.connect()) {
            client.send("{'cmdid':1}\n");
            gate.awaitEntered(1);
            client.reset();
        }
        gate.open();
        assertIsServed();
    }

    @Test
    void aClientThatNeverReadsIsClosedAndDisturbsNobody() throws IOException {
        RequestServer.Options options =
                new RequestServer.Options(Request::new, LiveServer.PATIENT.timeLimit(), Duration.ofMillis(100));
        Frame large = Frame.of("{\"cmdid\":10001,\"params\":{\"x\":\"" + "x".repeat(60_000) + "\"}}\n");
        try (LiveServer strict = LiveServer.of(Dispatcher.of(HandlersMain.COMMANDS, new CourseHandlers()), options);
                ScriptedPeer client = strict.connect();
                ScriptedPeer other = strict.connect()) {
            assertThatIOException().isThrownBy(() -> sendForEver(client, large));
            other.send(echoes(1));
            assertEchoed(other, 1);
        }
    }

    private static void sendForEver(ScriptedPeer client, Frame frame) throws IOException {
        while (true) {
            client.send(frame);
        }
    }

    @Test
    void whoClosesTheServerWaitsForTheAnswersThatAreOnTheirWay() throws Exception {
        try (ScriptedPeer busy = server.connect();
                ScriptedPeer idle = server.connect()) {
            busy.send("{'cmdid':1}\n");
            gate.awaitEntered(1);
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(server::close, task -> new Thread(task).start());
            idle.awaitEnd();
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS));
            gate.open();
            assertThat(LiveServer.answer(busy).isGood()).isTrue();
            busy.awaitEnd();
            closing.join();
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(server::connect);
    }

    @Test
    void aTakenPortIsAnException() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                RequestServer late = new RequestServer(
                        Dispatcher.of(HandlersMain.COMMANDS, new TestHandler()),
                        RequestServer.Options.DEFAULT,
                        HandlerLogs.none())) {
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> late.start((InetSocketAddress) taken.getLocalSocketAddress()));
        }
    }

    @Test
    void aHundredThousandRequestsOnOneConnectionAreAnswered() throws IOException {
        int count = 100_000;
        Frame line = Frame.of("{\"cmdid\":10000}\n");
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(
                    () -> send(socket, Pieces.glued(Collections.nCopies(1_000, line)), count / 1_000),
                    task -> new Thread(task).start());
            byte[] answer = "{\"code\":0}\n".getBytes(UTF_8);
            for (int i = 0; i < count; i++) {
                assertThat(socket.getInputStream().readNBytes(answer.length)).isEqualTo(answer);
            }
            sending.join();
        }
    }

    private static void send(Socket socket, byte[] lines, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(lines);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aThousandConnectionsAreServedAtOnce() throws IOException {
        List<ScriptedPeer> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                clients.add(server.connect().send(TEST));
            }
            for (int round = 0; round < 2; round++) {
                for (ScriptedPeer client : clients) {
                    assertThat(LiveServer.answer(client)).isEqualTo(Answer.ok());
                    client.send(TEST);
                }
            }
        } finally {
            for (ScriptedPeer client : clients) {
                client.close();
            }
        }
    }

    private static String echoes(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{'cmdid':10001,'params':{'n':").append(i).append("}}\n");
        }
        return lines.toString();
    }

    private static void assertEchoed(ScriptedPeer client, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(LiveServer.answer(client).text()).isEqualTo("{\"code\":0,\"params\":{\"n\":" + i + "}}");
        }
    }

    private void assertIsServed() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            assertThat(LiveServer.answer(client.send(TEST))).isEqualTo(Answer.ok());
        }
    }
}
