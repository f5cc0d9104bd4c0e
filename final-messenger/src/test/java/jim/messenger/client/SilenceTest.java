package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import jim.messenger.course.Interpreter;
import jim.messenger.tls.Privacy;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Who;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server or a network that falls silent, by a clock that goes as a test says. */
@Timeout(30)
class SilenceTest {
    private static final Presence ANN = new Identity("ann", null).presence();
    private static final String OK = "{'response':200,'alert':'fine'}";
    private static final String LIMITS = "{'response':200,'limits':{'message':500}}";
    private static final String SILENT = "it has not answered for 15 s";

    private final AtomicLong clock = new AtomicLong();
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final CountDownLatch late = new CountDownLatch(1);

    private Link linkTo(ScriptedServer server) throws Exception {
        InetSocketAddress address =
                InetSocketAddress.createUnresolved("127.0.0.1", server.address().getPort());
        Link link = Link.over(
                new Route(address, Privacy.NONE),
                new Interpreter(new JimCodec(500, Clock.systemUTC()), Interpreter.Dialect.AUTO),
                clock::get);
        link.login(ANN);
        link.listen(ANN, new Link.Listener() {
            @Override
            public void onMessage(Msg msg) {}

            @Override
            public void onRefusal(Response refusal) {}

            @Override
            public void onLost(String reason) {
                lost.complete(reason);
            }

            @Override
            public void onDismissed(String reason) {
                lost.complete("dismissed");
            }
        });
        return link;
    }

    private void ask(Link link) {
        link.ask(new Who(null), new Link.Asker() {
            @Override
            public void answered(Response answer) {
                outcome.complete(answer.text());
            }

            @Override
            public void unanswered(String reason) {
                outcome.complete(reason);
            }
        });
    }

    private void pass(Link link, int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        link.look(ANN);
    }

    private static void welcome(ScriptedPeer client, String answer) throws IOException {
        client.awaitFrame();
        client.send(answer);
    }

    private ScriptedServer answeringLate(String login) throws IOException {
        return ScriptedServer.playing(client -> {
            welcome(client, login);
            client.awaitFrame();
            await(late);
            client.send(OK).awaitEnd();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void whoDoesNotAnswerFor15SecondsIsLost() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, LIMITS);
                    client.awaitFrame();
                    client.awaitEnd();
                });
                Link link = linkTo(server)) {
            ask(link);
            pass(link, 15);
            assertThat(outcome.join()).isEqualTo(SILENT);
            assertThat(lost.join()).isEqualTo(SILENT);
        }
    }

    @Test
    void whoAnswersWithin15SecondsIsNotLost() throws Exception {
        try (ScriptedServer server = answeringLate(LIMITS);
                Link link = linkTo(server)) {
            ask(link);
            pass(link, 14);
            late.countDown();
            assertThat(outcome.join()).isEqualTo("fine");
        }
    }

    @Test
    void aServerOfTheCourseNeedNotAnswer() throws Exception {
        try (ScriptedServer server = answeringLate(OK);
                Link link = linkTo(server)) {
            ask(link);
            pass(link, 1_000);
            late.countDown();
            assertThat(outcome.join()).isEqualTo("fine");
        }
    }

    @Test
    void whoIsSilentFor90SecondsIsAskedForASign() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, LIMITS);
                    assertThat(new String(client.awaitFrame().toByteArray(), UTF_8))
                            .contains("\"presence\"");
                    client.awaitFramesUntilEnd();
                });
                Link link = linkTo(server)) {
            pass(link, 89);
            pass(link, 1);
            pass(link, 15);
            assertThat(lost.join()).isEqualTo(SILENT);
        }
    }

    @Test
    void whoHasMuchToAnswerIsNotLostWhileAnswersCome() {
        Pulse pulse = new Pulse(clock::get);
        clock.addAndGet(Duration.ofSeconds(14).toNanos());
        pulse.heard();
        clock.addAndGet(Duration.ofSeconds(14).toNanos());
        assertThat(pulse.isLost(0)).isFalse();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(pulse.isLost(0)).isTrue();
    }
}
