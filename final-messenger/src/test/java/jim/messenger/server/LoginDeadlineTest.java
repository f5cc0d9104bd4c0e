package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jim.engine.netty.Browser;
import jim.logging.LogFile;
import jim.messenger.store.MemoryStore;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protocol, section 1: a connection on which nobody logs in is closed. */
@Timeout(30)
class LoginDeadlineTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final Response TOO_LATE = new Response(401, "nobody has logged in for 0 s, connect again", Map.of());

    @Test
    void whoSaysNothingIsClosed() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger(PATIENCE)) {
            assertThat(messenger.visitor().peer().awaitAnswersUntilEnd()).containsExactly(TOO_LATE);
        }
    }

    @Test
    void aDripOfBytesWinsNoTime() throws IOException {
        ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor();
        try (RunningMessenger messenger = new RunningMessenger(PATIENCE)) {
            ScriptedPeer stranger = messenger.visitor().peer();
            Future<?> drips = tap.scheduleAtFixedRate(() -> drip(stranger), 0, 20, TimeUnit.MILLISECONDS);
            assertThat(stranger.awaitAnswersUntilEnd()).containsExactly(TOO_LATE);
            drips.cancel(true);
        } finally {
            tap.shutdownNow();
        }
    }

    private static void drip(ScriptedPeer stranger) {
        try {
            stranger.send(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void requestsThatAreRefusedWinNoTime() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger(PATIENCE)) {
            ScriptedPeer stranger = messenger.visitor().peer();
            stranger.send(presence("all")).send("{'action':'who'}").send("{}");
            assertThat(stranger.awaitAnswersUntilEnd())
                    .extracting(Response::code)
                    .containsExactly(400, 401, 400, 401);
        }
    }

    @Test
    void whoHasLoggedInMayBeSilent() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger(PATIENCE)) {
            Visitor ann = messenger.visitor("ann");
            Visitor stranger = messenger.visitor();
            List<Response> last = stranger.peer().awaitAnswersUntilEnd();
            assertThat(last).as("what was said to the one who came later").containsExactly(TOO_LATE);
            ann.expectNothing();
        }
    }

    @Test
    void theOtherDoorsHaveTheSamePatience() throws Exception {
        String said = "[ERROR] - nobody has logged in for 0 s, connect again";
        try (MessengerServer server = new MessengerServer(
                        LogFile.none(),
                        MessengerOptions.USUAL.withPatience(Patience.USUAL.withLogin(PATIENCE)),
                        new MemoryStore(InstantSource.system()));
                Socket typist = connect(server.startText(ANYWHERE))) {
            InputStream screen = typist.getInputStream();
            assertThat(new String(screen.readAllBytes(), UTF_8)).isEqualTo(said + "\n");
            Browser browser = Browser.connect(
                    URI.create("ws://127.0.0.1:" + server.startWeb(ANYWHERE).getPort() + "/chat"));
            assertThat(browser.awaitMessage()).contains(said);
            assertThat(browser.awaitClose()).isEqualTo(1000);
        }
    }

    private static Socket connect(InetSocketAddress door) throws IOException {
        Socket socket = new Socket(door.getAddress(), door.getPort());
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return socket;
    }

    @Test
    void theProtocolsPatienceIsHalfAMinute() {
        assertThat(MessengerOptions.USUAL.patience().login()).isEqualTo(Duration.ofSeconds(30));
        assertThat(new LoginDeadline(null, Duration.ofSeconds(30)).passed().text())
                .isEqualTo("nobody has logged in for 30 s, connect again");
    }
}
