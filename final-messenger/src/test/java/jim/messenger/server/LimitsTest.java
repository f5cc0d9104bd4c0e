package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jim.engine.netty.Browser;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.store.MemoryStore;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much one peer may take (protocol, sections 4 and 8). */
@Timeout(60)
final class LimitsTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String REFUSED = "too many connections from your address: close one, or try again in a minute";
    private static final int FLOOD = 1_000;
    private static final int FLOOD_OF_LINES = 7_000;
    private static final int BURST = Limits.USUAL.burst();
    private static final int MORE = 10;
    /** So long it takes at least to log in and to send that much more than a burst. */
    private static final Duration LEAST = Limits.USUAL.gap().multipliedBy(MORE);

    private MessengerServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private InetSocketAddress start(Limits limits) throws IOException {
        server = new MessengerServer(
                LogFile.none(), MessengerOptions.USUAL.withLimits(limits), new MemoryStore(InstantSource.system()));
        return server.start(ANYWHERE);
    }

    @Test
    void aFloodOfMessagesIsSlowedDownAndNothingIsLost() throws Exception {
        InetSocketAddress door = start(Limits.USUAL);
        try (Visitor ann = Visitor.to(door);
                Visitor bob = Visitor.to(door).login("bob")) {
            assertThat(timed(() -> {
                        ann.say(presence("ann") + msg("bob", "ann", "x").repeat(FLOOD));
                        assertHears(bob, "ann: x", BURST + MORE);
                    }))
                    .isGreaterThan(LEAST);
            for (int i = 0; i < BURST + MORE; i++) {
                assertThat(ann.answer().code()).isEqualTo(200);
            }
        }
    }

    @Test
    void nobodyElseWaits() throws IOException {
        InetSocketAddress door = start(Limits.USUAL);
        try (Visitor ann = Visitor.to(door).login("ann");
                Visitor bob = Visitor.to(door).login("bob");
                Visitor eve = Visitor.to(door).login("eve")) {
            ann.say(msg("ann", "ann", "x").repeat(FLOOD));
            assertThat(eve.ask(msg("bob", "eve", "hi")).code()).isEqualTo(200);
            assertThat(bob.hearsMessage()).isEqualTo("eve: hi");
        }
    }

    @Test
    void aFloodAtTheTextDoorIsSlowedDownAndDisturbsNobody() throws Exception {
        InetSocketAddress jim = start(Limits.USUAL);
        try (Visitor bob = Visitor.to(jim).login("bob");
                ScriptedPeer ann = ScriptedPeer.connect(server.startText(ANYWHERE))) {
            assertThat(timed(() -> {
                        ann.send("login ann\n" + "msgall x\n".repeat(FLOOD_OF_LINES));
                        assertHears(bob, "ann: x", BURST + MORE);
                    }))
                    .isGreaterThan(LEAST);
            assertThat(online(bob)).isEqualTo("[\"ann\",\"bob\"]");
        }
    }

    @Test
    void withoutLimitsNobodyIsSlowedDown() throws Exception {
        InetSocketAddress door = start(Limits.NONE);
        try (Visitor ann = Visitor.to(door).login("ann")) {
            ann.say("{'action':'who'}".repeat(FLOOD));
            assertThat(timed(() -> {
                        for (int i = 0; i < FLOOD; i++) {
                            assertThat(ann.answer().code()).isEqualTo(200);
                        }
                    }))
                    .isLessThan(Limits.USUAL.gap().multipliedBy(FLOOD / 2));
        }
    }

    @Test
    void anAddressHasSoManyConnectionsThroughAllDoorsTogether() throws Exception {
        InetSocketAddress jim = start(new Limits(BURST, Duration.ZERO, 0, 2));
        InetSocketAddress web = server.startWeb(ANYWHERE);
        assertThat(browser(web, "/chat").send("login bob").awaitMessage()).contains("login to chat.");
        try (Visitor ann = Visitor.to(jim).login("ann");
                Visitor another = ann.another();
                Socket typist = new Socket()) {
            assertThat(another.peer().awaitAnswersUntilEnd()).containsExactly(new Response(429, REFUSED, Map.of()));
            typist.connect(server.startText(ANYWHERE));
            assertThat(typist.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("[ERROR] - " + REFUSED + "\n");
            assertThat(browser(web, "/chat").awaitMessage()).contains("[ERROR] - " + REFUSED);
            assertThat(browser(web, "/jim").awaitMessage()).contains("429");
        }
    }

    @Test
    void whoLeavesMakesRoomForAnother() throws IOException {
        InetSocketAddress door = start(new Limits(BURST, Duration.ZERO, 0, 1));
        for (int i = 0; i < 3; i++) {
            try (Visitor ann = Visitor.to(door)) {
                ann.say("{'action':'quit'}");
                assertThat(ann.peer().awaitAnswersUntilEnd())
                        .extracting(Response::code)
                        .containsExactly(200);
            }
        }
    }

    private static Browser browser(InetSocketAddress web, String path) throws Exception {
        return Browser.connect(URI.create("ws://127.0.0.1:" + web.getPort() + path));
    }

    /** Who is online, asked in the middle of messages. */
    private static String online(Visitor asker) throws IOException {
        JsonObject heard = asker.say("{'action':'who'}").hears();
        while (!heard.has("users")) {
            heard = asker.hears();
        }
        return heard.get("users").toString();
    }

    private static void assertHears(Visitor visitor, String message, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            assertThat(visitor.hearsMessage()).isEqualTo(message);
        }
    }

    /** Something that a test waits for. */
    private interface Waiting {
        void run() throws Exception;
    }

    private static Duration timed(Waiting waiting) throws Exception {
        long start = System.nanoTime();
        waiting.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
