package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.engine.netty.RawWebSocket.BINARY;
import static jim.engine.netty.RawWebSocket.FINAL;
import static jim.engine.netty.RawWebSocket.PING;
import static jim.engine.netty.RawWebSocket.TEXT;
import static jim.engine.netty.RawWebSocket.masked;
import static jim.engine.netty.WebSites.ECHO;
import static jim.engine.netty.WebSites.ROOMY;
import static jim.engine.netty.WebSites.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jim.engine.Cause;
import jim.engine.Heard;
import jim.engine.RunningEngine;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who breaks a rule of WebSocket is told which, and disturbs nobody. */
final class HostileWebSocketTest {
    private static final byte[] ONE = "{\"n\":1}".getBytes(UTF_8);
    private static final byte[] NOTHING = {};

    static List<Arguments> offences() {
        return List.of(
                offence("a frame that is not masked", new byte[] {(byte) (FINAL | TEXT), 2, '{', '}'}, 1002),
                offence("a reserved bit", masked(FINAL | 0x40 | TEXT, ONE), 1002),
                offence("a kind that is not defined", masked(FINAL | 0x3, ONE), 1002),
                offence("a continuation of nothing", masked(FINAL, ONE), 1002),
                offence("a message inside a message", twice(masked(TEXT, ONE)), 1002),
                offence("a ping in fragments", masked(PING, ONE), 1002),
                offence("a ping that is too long", masked(FINAL | PING, new byte[126]), 1002),
                offence("a close of one byte", masked(FINAL | RawWebSocket.CLOSE, new byte[1]), 1002),
                offence(
                        "a close with a code that nobody may send",
                        masked(FINAL | RawWebSocket.CLOSE, new byte[] {3, -19}),
                        1002),
                offence("bytes that are no text", masked(FINAL | BINARY, ONE), 1003),
                offence("broken UTF-8", masked(FINAL | TEXT, new byte[] {'{', (byte) 0xC3, '}'}), 1007),
                offence("UTF-8 that ends too early", masked(FINAL | TEXT, new byte[] {(byte) 0xC3}), 1007),
                offence("a message that is too long", masked(FINAL | TEXT, new byte[JsonFraming.MAX_BYTES + 3]), 1009),
                offence("fragments that are too long together", fragments(10, new byte[1_000]), 1009),
                offence("fragments of one byte without end", fragments(20_000, new byte[1]), 1008),
                offence("empty fragments without end", fragments(20_000, NOTHING), 1008));
    }

    private static Arguments offence(String name, byte[] bytes, int code) {
        return Arguments.of(Named.of(name, bytes), code);
    }

    private static byte[] twice(byte[] frame) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(frame);
        all.writeBytes(frame);
        return all.toByteArray();
    }

    /** A text that begins, and so many fragments that go on with it. */
    private static byte[] fragments(int count, byte[] fragment) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(masked(TEXT, ONE));
        for (int i = 0; i < count; i++) {
            all.writeBytes(masked(0, fragment));
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("offences")
    void anOffenceClosesWithItsCodeAndDisturbsNobody(byte[] bytes, int code) throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket innocent = open(engine);
                RawWebSocket offender = open(engine)) {
            Heard bystander = engine.awaitAccepted();
            Heard heard = engine.awaitAccepted();
            offender.send(bytes);
            assertThat(Frame.of(offender.awaitText())).isEqualTo(Heard.LAST.withoutLineFeed());
            assertThat(offender.awaitClose()).isEqualTo(code);
            assertThat(heard.awaitFault()).matches(JimFault::closes);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            innocent.sendFrame(FINAL | TEXT, ONE);
            assertThat(innocent.awaitText()).isEqualTo(new String(ONE, UTF_8));
            bystander.awaitFrame();
        }
    }

    /** The end of a line may stand behind a message, and is not counted. */
    @Test
    void aMessageThatIsTooLongIsToldTheLimitWithoutTheEndOfALine() throws Exception {
        String longest = "{\"text\":\"" + "x".repeat(JsonFraming.MAX_BYTES - 11) + "\"}";
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket offender = open(engine)) {
            Heard heard = engine.awaitAccepted();
            offender.sendFrame(FINAL | TEXT, (longest + "\r\n").getBytes(UTF_8));
            assertThat(offender.awaitText()).isEqualTo(longest);
            heard.awaitFrame();
            offender.sendFrame(FINAL | TEXT, (longest + "\r\n ").getBytes(UTF_8));
            assertThat(heard.awaitFault()).hasMessage("the message is longer than 8192 bytes");
        }
    }

    @Test
    void whatCameBeforeAnOffenceIsServed() throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket offender = open(engine)) {
            offender.send(twice(masked(FINAL | TEXT, ONE))).sendFrame(FINAL | BINARY, ONE);
            assertThat(offender.awaitText()).isEqualTo(offender.awaitText());
            assertThat(Frame.of(offender.awaitText())).isEqualTo(Heard.LAST.withoutLineFeed());
            assertThat(offender.awaitClose()).isEqualTo(1003);
        }
    }

    @Test
    void whatCameBeforeAnOffenceIsServedAlsoWhenItHasToWait() throws Exception {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Heard.Reaction pausing = (frame, connection) -> {
            if (isFirst.getAndSet(false)) {
                connection.pause();
            }
        };
        try (RunningEngine engine = WebSites.running(ROOMY, pausing);
                RawWebSocket offender = open(engine)) {
            Heard heard = engine.awaitAccepted();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(twice(masked(FINAL | TEXT, ONE)));
            all.writeBytes(masked(FINAL | BINARY, ONE));
            offender.send(all.toByteArray());
            heard.awaitFrame();
            try (RawWebSocket later = open(engine)) {
                // There is one event loop: when it comes to somebody else, it has read the whole of this.
                later.sendFrame(FINAL | TEXT, ONE);
                engine.awaitAccepted().awaitFrame();
            }
            heard.connection().resume();
            heard.awaitFrame();
            assertThat(heard.awaitFault()).matches(JimFault::closes);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(Frame.of(offender.awaitText())).isEqualTo(Heard.LAST.withoutLineFeed());
            assertThat(offender.awaitClose()).isEqualTo(1003);
        }
    }

    @Test
    void aMessageThatComesWithTheHandshakeIsNotLost() throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket hasty = new RawWebSocket(engine.connectPlainly())) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(handshake("localhost", "").getBytes(UTF_8));
            all.writeBytes(masked(FINAL | TEXT, ONE));
            hasty.send(all.toByteArray());
            assertThat(hasty.awaitHead()).startsWith("HTTP/1.1 101 ");
            assertThat(hasty.awaitText()).isEqualTo(new String(ONE, UTF_8));
        }
    }

    @Test
    void aPeerThatReadsTooSlowlyIsToldWhy() throws Exception {
        Frame large = Frame.of("{\"text\":\"" + "x".repeat(8_000) + "\"}");
        try (RunningEngine engine = WebSites.running(64 * 1_024, SILENT);
                RawWebSocket lazy = open(engine)) {
            Heard heard = engine.awaitAccepted();
            for (int i = 0; i < 10_000; i++) {
                heard.connection().send(large);
            }
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            String last = lazy.awaitText();
            while (Frame.of(last).equals(large)) {
                last = lazy.awaitText();
            }
            assertThat(Frame.of(last)).isEqualTo(Heard.TOO_SLOW.withoutLineFeed());
            assertThat(lazy.awaitClose()).isEqualTo(1013);
        }
    }

    @Test
    void whoOnlyPingsAndNeverReadsIsTooSlowToo() throws Exception {
        byte[] ping = masked(FINAL | PING, new byte[125]);
        try (RunningEngine engine = WebSites.running(64 * 1_024, ECHO);
                RawWebSocket pinging = open(engine)) {
            Heard heard = engine.awaitAccepted();
            new Thread(() -> sendForEver(ping, pinging)).start();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
        }
    }

    private static void sendForEver(byte[] frame, RawWebSocket peer) {
        try {
            while (true) {
                peer.send(frame);
            }
        } catch (IOException e) {
            // It has been closed, as it should.
        }
    }

    @Test
    void aForeignPageMayNotConnect() throws Exception {
        assertThat(answer(handshake("localhost:80", "Origin: http://evil.example\r\n")))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aPageFromAFileMayNotConnect() throws Exception {
        assertThat(answer(handshake("localhost", "Origin: null\r\n"))).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aPageOfTheServerItselfMayConnect() throws Exception {
        assertThat(answer(handshake("localhost:8080", "Origin: http://LOCALHOST:8080\r\n")))
                .startsWith("HTTP/1.1 101 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080", "chat.example", "192.0.2.7:1"})
    void aServerIsCalledByItsNamesAndAddresses(String host) throws Exception {
        assertThat(answer(handshake(host, ""))).startsWith("HTTP/1.1 101 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "localhost:x", "", "a:b:c"})
    void aServerThatIsCalledByAForeignNameRefuses(String host) throws Exception {
        assertThat(answer(handshake(host, ""))).startsWith("HTTP/1.1 421 ");
    }

    @Test
    void aHandshakeOfAnotherVersionIsToldOurs() throws Exception {
        assertThat(answer(handshake("localhost", "").replace("Version: 13", "Version: 8")))
                .startsWith("HTTP/1.1 426 ")
                .containsIgnoringCase("sec-websocket-version: 13");
    }

    @Test
    void aHandshakeThatIsTooSlowIsCutOffHoweverItDrips() throws Exception {
        Web site = WebSites.site(Duration.ofMillis(200));
        try (RunningEngine engine = new RunningEngine(options -> NettyEngine.web(options, site), ROOMY, ECHO);
                RawWebSocket slow = new RawWebSocket(engine.connectPlainly())) {
            slow.send("GET /jim HTTP/1.1\r\nHost: localh");
            slow.awaitEnd();
        }
    }

    private static String answer(String request) throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket peer = new RawWebSocket(engine.connectPlainly())) {
            return peer.send(request).awaitHead();
        }
    }

    private static String handshake(String host, String more) {
        return RawWebSocket.handshake(WebSites.PATH, host, more);
    }

    private static RawWebSocket open(RunningEngine engine) throws IOException {
        return RawWebSocket.open(engine.connectPlainly(), WebSites.PATH);
    }
}
