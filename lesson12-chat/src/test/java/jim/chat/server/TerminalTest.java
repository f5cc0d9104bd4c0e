package jim.chat.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What telnet clients and pipes get besides text. Bytes are written as the characters of the same number. */
@Timeout(60)
final class TerminalTest {
    private static final String IAC = "\u00ff";
    private static final String WILL = IAC + "\u00fb";
    private static final String WONT = IAC + "\u00fc";
    private static final String DO = IAC + "\u00fd";
    private static final String DONT = IAC + "\u00fe";

    /** What a telnet client of Unix says when it begins by itself. */
    private static final String OFFERS = DO + "\u0003" + WILL + "\u0018" + WILL + "\u001f" + DO + "\u0005";

    private static final String OUR_OFFER = WILL + "\u0001" + WILL + "\u0003";
    private static final String REFUSALS = DONT + "\u0018" + DONT + "\u001f" + WONT + "\u0005";
    private static final String DO_ECHO = DO + "\u0001";
    private static final String DONT_ECHO = DONT + "\u0001";
    private static final String WONT_ECHO = WONT + "\u0001";
    /** Clears the row. */
    private static final String CLEAR = "\r\u001b[K";

    private static final String PROMPT = CLEAR + "> ";

    private static final String DETAILS = IAC + "\u00fa\u001f\0P\0\u0018" + IAC + "\u00f0";
    private static final String LINES = "login ann\r\nwhoami\r\nfoo\r\nmsg ann hi\r\n";
    private static final String COLOURED = """
            \033[32m[SYSTEM INFO] - [ann] login to chat.\033[0m
            \033[36m[INFO] - ann\033[0m
            \033[31m[ERROR] - unknown command\033[0m
            \033[35m[HH:MM:SS][ann][->][ann]: hi\033[0m
            \033[35m[HH:MM:SS][ann][->][ann]: hi\033[0m
            """;

    @ParameterizedTest
    @EnumSource
    void whoNegotiatesIsOfferedEditingAndGetsColoursAndEveryOtherOptionIsRefused(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            byte[] said = latin(OFFERS + DETAILS + LINES);

            assertThat(heard(chat, kind, List.of(said))).isEqualTo(OUR_OFFER + REFUSALS + COLOURED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOfferMayComeByteByByte(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            byte[] said = latin(OFFERS + DETAILS + LINES);

            assertThat(heard(chat, kind, Pieces.oneByOne(said))).isEqualTo(OUR_OFFER + REFUSALS + COLOURED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsNotAnswered(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            byte[] said = latin(WONT + "\u0001" + DONT + "\u0003" + "foo\r\n");

            assertThat(heard(chat, kind, List.of(said))).isEqualTo("\u001b[31m[ERROR] - unknown command\u001b[0m\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsItIsShownTheLineThatIsBeingTypedBelowAllElse(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            byte[] said = latin(DO_ECHO + "fop\u007fo" + "\r\0" + "x");

            assertThat(heard(chat, kind, List.of(said)))
                    .isEqualTo(OUR_OFFER + PROMPT + PROMPT + CLEAR
                            + "\u001b[31m[ERROR] - unknown command\u001b[0m\r\n> " + PROMPT + "x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatArrivesIsShownAboveTheLineThatIsBeingTyped(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind);
                PlainTalker bob = chat.guest("bob");
                PlainTalker ann = chat.talker()) {
            ann.send(latin(DO_ECHO + "login ann\r\0"));
            bob.hears("[SYSTEM INFO] - [ann] login to chat.");
            ann.send(latin("msg b"));
            ann.hearsUntil("> msg b");
            bob.say("msgall hello");
            assertThat(ann.hearsUntil("> msg b")).contains("[bob]: hello\r\n> msg b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoEndsTheEditingTypesLinesAgain(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            byte[] said = latin(DO_ECHO + DONT_ECHO + "foo\r\n");

            assertThat(heard(chat, kind, List.of(said)))
                    .isEqualTo(OUR_OFFER + PROMPT + WONT_ECHO + "\u001b[31m[ERROR] - unknown command\u001b[0m\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSpeaksNoTelnetGetsNoByteOfItAndNoColour(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            String heard = heard(chat, kind, List.of(latin(LINES)));

            assertThat(heard).hasLineCount(5).doesNotContain(IAC, "\u001b", "\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWouldMoveTheCursorIsSpelledOut(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker bob = chat.guest("bob");
            bob.say("msgall \u001b[2Jgone\u0007\u202egnp.exe\tend");
            bob.hears("[HH:MM:SS][bob]: \\u001b[2Jgone\\u0007\\u202egnp.exe\\tend");
            bob.say("msg \u001b[2J hi");
            bob.hears("[ERROR] - [\\u001b[2J] not found!");
        }
    }

    /** All that somebody hears who says {@code pieces}, each in a write of its own, and then nothing more. */
    private static String heard(RunningChat chat, EngineKind kind, List<byte[]> pieces) throws IOException {
        try (Socket socket = chat.connect(kind)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
            for (byte[] piece : pieces) {
                socket.getOutputStream().write(piece);
            }
            socket.shutdownOutput();
            String heard = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return heard.replaceAll("\\[\\d\\d:\\d\\d:\\d\\d]", "[HH:MM:SS]");
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
