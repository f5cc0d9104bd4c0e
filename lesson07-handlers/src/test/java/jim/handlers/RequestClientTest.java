package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jim.handlers.RequestClient.Delivery;
import jim.handlers.RequestClient.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RequestClientTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Options ONE_ATTEMPT = new Options(2, LONG, Duration.ZERO);
    private static final Options STUBBORN = new Options(2, LONG, LONG);
    private static final Options HASTY = new Options(1, Duration.ofSeconds(1), Duration.ZERO);
    private static final Request TEST = new Request(10_000, Map.of());
    private static final Request PASS = new Request(1, Map.of());

    private final Gate gate = new Gate();

    @Test
    void requestsOneAfterTheOtherUseOneConnection() throws Exception {
        gate.open();
        try (LiveServer server = LiveServer.with(gate);
                RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT)) {
            Answer first = client.ask(PASS);
            assertThat(first.more()).containsKey("address");
            assertThat(client.ask(PASS)).isEqualTo(first);
            assertThat(client.ask(PASS)).isEqualTo(first);
        }
    }

    @Test
    void requestsAtTheSameTimeHaveAConnectionEachUpToTheBound() throws Exception {
        try (LiveServer server = LiveServer.with(gate);
                RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT)) {
            CompletableFuture<Answer> first = asking(client, new AtomicReference<>());
            CompletableFuture<Answer> second = asking(client, new AtomicReference<>());
            gate.awaitEntered(2);
            AtomicReference<Thread> waiting = new AtomicReference<>();
            CompletableFuture<Answer> third = asking(client, waiting);
            awaitSleep(waiting);
            gate.open();
            assertThat(first.join()).isNotEqualTo(second.join());
            assertThat(third.join()).isIn(first.join(), second.join());
        }
    }

    @Test
    void whoFindsEveryConnectionBusyForTooLongIsToldThatNothingWasSent() throws Exception {
        try (RequestClient client = new RequestClient(nobody(), new Options(0, Duration.ofMillis(10), Duration.ZERO))) {
            assertUnanswered(client, "the request was not sent: every connection is busy", false);
        }
    }

    @Test
    void aBadAnswerIsAnAnswer() throws Exception {
        try (LiveServer server = LiveServer.with(new TestHandler());
                RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT)) {
            assertThat(client.ask(PASS).code()).isEqualTo(404);
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedIsNotUsedAgain() throws Exception {
        LiveServer before = LiveServer.with(new TestHandler());
        try (RequestClient client = new RequestClient(before.address(), ONE_ATTEMPT)) {
            assertThat(client.ask(TEST)).isEqualTo(Answer.ok());
            before.close();
            try (LiveServer after = LiveServer.at(before.address(), new TestHandler())) {
                assertThat(after.address()).isEqualTo(before.address());
                assertThat(client.ask(TEST)).isEqualTo(Answer.ok());
            }
        }
    }

    @Test
    void whileNoServerIsThereItWaitsForOne() throws Exception {
        InetSocketAddress address = nobody();
        AtomicReference<Thread> asker = new AtomicReference<>();
        try (RequestClient client = new RequestClient(address, STUBBORN)) {
            CompletableFuture<Answer> answer = asking(client, asker);
            awaitSleep(asker);
            gate.open();
            try (LiveServer server = LiveServer.at(address, gate)) {
                assertThat(answer.join().isGood()).isTrue();
                assertThat(server.address()).isEqualTo(address);
            }
        }
    }

    @Test
    void withoutPatienceThereIsOneAttempt() throws Exception {
        try (RequestClient client = new RequestClient(nobody(), ONE_ATTEMPT)) {
            assertUnanswered(client, "the request was not sent: Connection refused", false);
        }
    }

    @Test
    void whatMayBeSentOnceIsNeverSentTwice() throws Exception {
        try (ServerByTurns server = new ServerByTurns(ServerByTurns.HANG_UP);
                RequestClient client = new RequestClient(server.address(), STUBBORN)) {
            assertUnanswered(
                    client, "the request was sent, and may have been done: the server closed the connection", true);
            assertThat(server.clients()).isEqualTo(1);
        }
    }

    @Test
    void whatMayBeSentTwiceIsSentUntilThereIsAnAnswer() throws Exception {
        try (ServerByTurns server = new ServerByTurns(
                        ServerByTurns.HANG_UP, ServerByTurns.HANG_UP, ServerByTurns.answering("{'code':0}"));
                RequestClient client = new RequestClient(server.address(), STUBBORN)) {
            assertThat(client.ask(TEST, Delivery.AT_LEAST_ONCE)).isEqualTo(Answer.ok());
            assertThat(server.clients()).isEqualTo(3);
        }
    }

    @Test
    void anAnswerThatIsTooLateIsNotTakenForTheNextOne() throws Exception {
        try (ServerByTurns server = new ServerByTurns(
                        client -> {
                            client.awaitFrame();
                            client.awaitEnd();
                        },
                        ServerByTurns.answering("{'code':0,'n':2}"));
                RequestClient client = new RequestClient(server.address(), HASTY)) {
            assertTimedOut(client);
            assertThat(client.ask(TEST).text()).isEqualTo("{\"code\":0,\"n\":2}");
        }
    }

    @Test
    void aDripOfBytesDoesNotPutTheTimeOutOff() throws Exception {
        try (ServerByTurns server = new ServerByTurns(client -> {
                    client.awaitFrame();
                    dripUntilClosed(client::send);
                });
                RequestClient client = new RequestClient(server.address(), HASTY)) {
            assertTimedOut(client);
        }
    }

    private interface Drip {
        void send(String text) throws IOException;
    }

    private static void dripUntilClosed(Drip drip) {
        try {
            while (true) {
                drip.send(" ");
            }
        } catch (IOException e) {
            // The client has lost its patience.
        }
    }

    @Test
    void anAnswerThatNobodyAskedForEndsItsConnection() throws Exception {
        try (ServerByTurns server = new ServerByTurns(
                        ServerByTurns.answering("{'code':0,'n':1}\n{'code':0,'n':'unasked'}"),
                        ServerByTurns.answering("{'code':0,'n':2}"));
                RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT)) {
            assertThat(client.ask(TEST).text()).isEqualTo("{\"code\":0,\"n\":1}");
            assertThat(client.ask(TEST).text()).isEqualTo("{\"code\":0,\"n\":2}");
        }
    }

    @Test
    void aServerOfAnotherProtocolIsSaidSo() throws Exception {
        try (ServerByTurns server = new ServerByTurns(ServerByTurns.answering("HTTP/1.1 400 Bad Request"));
                RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT)) {
            assertUnanswered(
                    client,
                    "the request was sent, and may have been done: the answer is not understood:"
                            + " expected a JSON object that begins with '{'",
                    true);
        }
    }

    @Test
    void aClosedClientAsksNothing() throws Exception {
        try (LiveServer server = LiveServer.with(new TestHandler())) {
            RequestClient client = new RequestClient(server.address(), STUBBORN);
            assertThat(client.ask(TEST)).isEqualTo(Answer.ok());
            client.close();
            assertUnanswered(client, "the request was not sent: this client is closed", false);
        }
    }

    @Test
    void whoClosesAClientLetsTheAnswersComeThatAreOnTheirWayAndThenTheirConnectionsEnd() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> mayAnswer = new CompletableFuture<>();
        try (ServerByTurns server = new ServerByTurns(peer -> {
            peer.awaitFrame();
            asked.complete(null);
            mayAnswer.join();
            peer.send("{'code':0}\n");
            peer.awaitEnd();
        })) {
            RequestClient client = new RequestClient(server.address(), ONE_ATTEMPT);
            CompletableFuture<Answer> answer = asking(client, new AtomicReference<>());
            asked.join();
            client.close();
            mayAnswer.complete(null);
            assertThat(answer.join()).isEqualTo(Answer.ok());
        }
    }

    @Test
    void eachAnswerOnAKeptOpenConnectionHasTheWholePatience() throws Exception {
        gate.open();
        try (LiveServer server = LiveServer.with(gate);
                RequestClient client = new RequestClient(server.address(), HASTY)) {
            Answer first = client.ask(PASS);
            long then = System.nanoTime();
            Waiting.until(
                    () -> System.nanoTime() - then > HASTY.answerPatience().toNanos());
            assertThat(client.ask(PASS)).isEqualTo(first);
        }
    }

    private static void assertUnanswered(RequestClient client, String says, boolean sent) {
        assertThatExceptionOfType(UnansweredException.class)
                .isThrownBy(() -> client.ask(TEST))
                .withMessageStartingWith(says)
                .matches(e -> e.wasSent() == sent, "was sent: " + sent);
    }

    private static void assertTimedOut(RequestClient client) {
        assertThatExceptionOfType(UnansweredException.class)
                .isThrownBy(() -> client.ask(TEST))
                .withMessage("the request was sent, and may have been done: there was no answer in time")
                .withCauseInstanceOf(SocketTimeoutException.class)
                .matches(UnansweredException::wasSent);
    }

    private static CompletableFuture<Answer> asking(RequestClient client, AtomicReference<Thread> asker) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.ask(PASS);
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "asker");
                    asker.set(thread);
                    thread.start();
                });
    }

    /** Waits until {@code thread} waits for something that has a time-out: a turn, or its next attempt. */
    private static void awaitSleep(AtomicReference<Thread> thread) {
        Waiting.until(() -> thread.get().getState() == Thread.State.TIMED_WAITING);
    }

    /** An address where nobody listens. */
    private static InetSocketAddress nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) free.getLocalSocketAddress();
        }
    }
}
