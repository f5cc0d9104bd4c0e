package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jim.chat.Chat;
import jim.chat.ChatEvent;
import jim.chat.LatePost;
import jim.chat.LatePost.Asked;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.chat.telnet.TelnetChat;
import jim.chat.web.WebChat;
import jim.engine.Acceptor;
import jim.engine.Engine;
import jim.engine.netty.NettyEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines are answered in their order, also when what was said is kept first, and that takes its time. */
@Timeout(60)
final class LateAnswersTest {
    private static final String ANN_CAME = "[SYSTEM INFO] - [ann] login to chat.";
    private static final String ANN_WENT = "[SYSTEM INFO] - [ann] logout from chat.";
    private static final String ANN_SAYS_HI = "[HH:MM:SS][ann][->][bob]: hi";

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final LatePost post = new LatePost();
    private final Chat chat =
            new Chat(InstantSource.system(), new Chat.Limits(100, text -> true, 3), post, failures::add);
    private Engine engine;
    private InetSocketAddress address;

    private void start(Engine chosen, Acceptor door) throws IOException {
        engine = chosen;
        address = engine.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), door);
    }

    private PlainTalker talker(EngineKind kind) throws IOException {
        start(
                kind.engine(TelnetChat.options(failures::add)),
                new TelnetChat(Reception.of(new LineChat(chat, ZoneOffset.UTC))));
        return new PlainTalker(new Socket(address.getAddress(), address.getPort()));
    }

    @AfterEach
    void stop() {
        engine.close();
        assertThat(failures).isEmpty();
    }

    /** As a pipe into nc does. */
    @ParameterizedTest
    @EnumSource
    void aScriptIsAnsweredInItsOrderAndToItsEnd(EngineKind kind) throws Exception {
        try (PlainTalker ann = talker(kind)) {
            ann.send("login ann\nmsg bob hi\nwhoami\nmsg bob hi\nlogout\n".getBytes(UTF_8));
            ann.endOutput();
            ann.hears(ANN_CAME);
            post.next().isKept(0);
            ann.hears(ANN_SAYS_HI, "[INFO] - ann");
            post.next().isKept(0);
            ann.hears(ANN_SAYS_HI, ANN_WENT);
            ann.awaitEnd();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSaysNothingMoreStaysUntilTheLastAnswer(EngineKind kind) throws Exception {
        try (PlainTalker ann = talker(kind)) {
            ann.send("login ann\nmsg bob hi\n".getBytes(UTF_8));
            ann.endOutput();
            Asked asked = post.next();
            assertThat(chat.names()).containsExactly("ann");
            asked.isKept(0);
            ann.hears(ANN_CAME, ANN_SAYS_HI);
            ann.awaitEnd();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsAwaitedComesAlsoWhenTheServerStops(EngineKind kind) throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        chat.events().subscribe(event -> {
            if (event instanceof ChatEvent.Left) {
                left.countDown();
            }
        });
        try (PlainTalker ann = talker(kind)) {
            ann.send("login ann\nmsg bob hi\n".getBytes(UTF_8));
            Asked asked = post.next();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(engine::close);
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
            asked.isKept(0);
            assertThat(ann.hearsToTheEnd()).contains(ANN_SAYS_HI);
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aBrowserHearsItsAnswersInOrder() throws Exception {
        start(
                NettyEngine.web(WebChat.options(failures::add), WebChat.web(Set.of())),
                new WebChat(Reception.of(new LineChat(chat, ZoneOffset.UTC))));
        BrowserTalker ann = new BrowserTalker(URI.create("ws://127.0.0.1:" + address.getPort() + "/chat"));
        ann.say("login ann");
        ann.say("msg bob hi");
        ann.say("whoami");
        ann.say("logout");
        post.next().isKept(0);
        assertThat(ann.hear()).isEqualTo(ANN_CAME);
        assertThat(Transcript.masked(ann.hear())).isEqualTo(ANN_SAYS_HI);
        assertThat(ann.hear()).isEqualTo("[INFO] - ann");
        assertThat(ann.hear()).isEqualTo(ANN_WENT);
        ann.awaitEnd();
    }
}
