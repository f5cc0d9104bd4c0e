package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import jim.testkit.Pieces;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A line is a line however its bytes come, and what is none disturbs nobody. */
@Timeout(60)
final class LinesTest {
    private static final String TOO_LONG = "[ERROR] - the line is longer than 8192 bytes";
    private static final String NOT_UTF8 = "[ERROR] - the line is not UTF-8";

    @ParameterizedTest
    @EnumSource
    void twoLinesInOneSegmentAreTwoCommands(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.talker();
            ann.send("login ann\nwhoami\n/whoami\n".getBytes(UTF_8));
            ann.hears("[SYSTEM INFO] - [ann] login to chat.", "[INFO] - ann", "ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineMayComeByteByByte(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            for (byte[] piece : Pieces.oneByOne("msg ann привет\r\n".getBytes(UTF_8))) {
                ann.send(piece);
            }
            ann.hears("[HH:MM:SS][ann][->][ann]: привет", "[HH:MM:SS][ann][->][ann]: привет");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLineEndOfTelnetAndUnixEndsALine(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            for (String end : new String[] {"\n", "\r\n", "\r\0", "\r"}) {
                ann.send(("msgall a" + end).getBytes(UTF_8));
                ann.hears("[HH:MM:SS][ann]: a");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyLinesAreNothing(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            ann.send("\n\n\r\n\r\n\r\0\rwhoami\n".getBytes(UTF_8));
            ann.hears("[INFO] - ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsTooLongIsOneErrorAndTheNextIsRead(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            ann.say("msgall " + "x".repeat(1_000_000));
            ann.say("whoami");
            ann.hears(TOO_LONG, "[INFO] - ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLongestLineIsHeardWhole(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            String text = "x".repeat(8_192 - "msgall ".length());
            ann.say("msgall " + text);
            ann.hears("[HH:MM:SS][ann]: " + text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsNotUtf8IsOneErrorAndTheNextIsRead(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.guest("ann");
            ann.send((byte) 'h', (byte) 0xC3, (byte) '\n');
            ann.say("whoami");
            ann.hears(NOT_UTF8, "[INFO] - ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesBehindALogoutIsNotRead(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker bob = chat.guest("bob");
            PlainTalker ann = chat.guest("ann");
            ann.send("logout\nlogin eve\nmsgall I am still here\n".getBytes(UTF_8));
            ann.hears("[SYSTEM INFO] - [ann] logout from chat.");
            ann.awaitEnd();
            bob.hears("[SYSTEM INFO] - [ann] login to chat.", "[SYSTEM INFO] - [ann] logout from chat.");
            bob.say("userlist");
            bob.hears("[INFO] - ['bob']");
        }
    }

    /** As a pipe into nc does. */
    @ParameterizedTest
    @EnumSource
    void whoSaysNothingMoreHearsTheAnswersToWhatWasSaid(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            PlainTalker ann = chat.talker();
            ann.send("login ann\nwhoami\n".getBytes(UTF_8));
            ann.endOutput();
            ann.hears("[SYSTEM INFO] - [ann] login to chat.", "[INFO] - ann");
            ann.awaitEnd();
        }
    }
}
