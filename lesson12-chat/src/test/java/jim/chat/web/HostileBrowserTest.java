package jim.chat.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.chat.web.ChatSite.response;
import static jim.engine.netty.RawWebSocket.BINARY;
import static jim.engine.netty.RawWebSocket.FINAL;
import static jim.engine.netty.RawWebSocket.TEXT;
import static jim.engine.netty.RawWebSocket.masked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jim.chat.line.LineChat;
import jim.engine.netty.RawWebSocket;
import jim.engine.netty.Web;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who breaks a rule at this door is closed with the code for it, and nobody else notices. */
final class HostileBrowserTest {
    private static final byte[] WHOAMI = "whoami".getBytes(UTF_8);

    static List<Arguments> offences() {
        return List.of(
                offence("a frame that is not masked", new byte[] {(byte) (FINAL | TEXT), 2, 'h', 'i'}, 1002),
                offence("a reserved bit", masked(FINAL | 0x40 | TEXT, WHOAMI), 1002),
                offence("bytes that are no text", masked(FINAL | BINARY, WHOAMI), 1003),
                offence("broken UTF-8", masked(FINAL | TEXT, new byte[] {'m', (byte) 0xC3, ' '}), 1007),
                offence("20,000 fragments", fragments(20_000), 1008),
                offence("a message that is too long", masked(FINAL | TEXT, new byte[8_195]), 1009));
    }

    private static Arguments offence(String name, byte[] bytes, int code) {
        return Arguments.of(Named.of(name, bytes), code);
    }

    private static byte[] fragments(int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(masked(TEXT, WHOAMI));
        for (int i = 0; i < count; i++) {
            all.writeBytes(masked(0, new byte[] {' '}));
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("offences")
    void anOffenceClosesWithItsCodeAndDisturbsNobody(byte[] bytes, int code) throws Exception {
        try (ChatSite site = ChatSite.open();
                RawWebSocket offender = site.hostile("mallory")) {
            Typist carl = site.typist("carl");
            assertThat(offender.awaitText()).contains("[carl] login");
            offender.send(bytes);
            assertThat(offender.awaitText()).contains("[ERROR]");
            assertThat(offender.awaitClose()).isEqualTo(code);
            carl.awaitLine("[SYSTEM INFO] - [mallory] logout from chat.")
                    .types("whoami")
                    .awaitLine("[INFO] - carl");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, Origin: http://evil.example, 403",
        "localhost, Origin: null, 403",
        "evil.example, Origin: http://evil.example, 421",
        "localhost, Origin: http://localhost, 101"
    })
    void onlyPagesOfThisServerMayConnect(String host, String origin, int status) throws Exception {
        try (ChatSite site = ChatSite.open();
                RawWebSocket peer = new RawWebSocket(site.connect())) {
            peer.send(RawWebSocket.handshake("/chat", host, origin + "\r\n"));
            assertThat(peer.awaitHead()).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void aHandshakeThatDripsIsCutOff() throws Exception {
        Web web = WebChat.web(Set.of());
        Web hasty = new Web(web.path(), web.names(), web.pages(), web.messageBytes(), Duration.ofMillis(200));
        try (ChatSite site = ChatSite.with(hasty);
                RawWebSocket slow = new RawWebSocket(site.connect())) {
            slow.send("GET /chat HTTP/1.1\r\nHost: localh");
            slow.awaitEnd();
        }
    }

    @Test
    void whoDoesNotReadIsToldSoAndNobodyWaits() throws Exception {
        try (ChatSite site = ChatSite.open();
                RawWebSocket lazy = site.hostile("lazy")) {
            Typist carl = site.typist("carl");
            String text = "msgall " + "x".repeat(ChatSite.MAX_TEXT);
            while (!carl.hasRead("[SYSTEM INFO] - [lazy] logout from chat.")) {
                carl.types(text);
            }
            String last = response(LineChat.TOO_SLOW);
            while (!lazy.awaitText().equals(last)) {
                // What was said before it.
            }
            assertThat(lazy.awaitClose()).isEqualTo(1013);
        }
    }
}
