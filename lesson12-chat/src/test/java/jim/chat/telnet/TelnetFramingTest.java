package jim.chat.telnet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.testkit.Pieces;
import org.junit.jupiter.api.Test;

/** Bytes are written as the characters of the same number. */
final class TelnetFramingTest {
    private static final String IAC = "\u00ff";
    private static final String WILL = IAC + "\u00fb";
    private static final String WONT = IAC + "\u00fc";
    private static final String DO = IAC + "\u00fd";
    private static final String DONT = IAC + "\u00fe";
    private static final String SB = IAC + "\u00fa";
    private static final String SE = IAC + "\u00f0";
    private static final String NO_OPERATION = IAC + "\u00f1";
    private static final String ARE_YOU_THERE = IAC + "\u00f6";

    private static final String NOT_UTF8 = "the line is not UTF-8";
    private static final String TOO_LONG = "the line is longer than 8192 bytes";

    @Test
    void aLineEndsWithAnyLineEndOfTelnetOrUnix() {
        found("a\nb\r\nc\r\0d\re\n").are("a", "b", "", "c", "d", "e");
    }

    @Test
    void aLineWithoutItsEndIsNotThereYet() {
        found("login ann").are();
    }

    @Test
    void nulIsNoPartOfALine() {
        found("lo\0gin ann\0\n").are("login ann");
    }

    @Test
    void whatIsSaidAboutAnOptionIsAFrameOfItsOwn() {
        found(DO + "\u0003" + WILL + "\u0018" + DONT + "\r" + WONT + "\n" + "hi\n")
                .are(DO + "\u0003", WILL + "\u0018", DONT + "\r", WONT + "\n", "hi");
    }

    @Test
    void anOptionMayBeAnyByte() {
        found(DO + IAC + "hi\n").are(DO + IAC, "hi");
        found(DO + "\0hi\n").are(DO + "\0", "hi");
    }

    @Test
    void aCommandMayStandInsideALineAndInsideALetter() {
        found("lo" + DO + "\u0006" + "gin\n").are(DO + "\u0006", "login");
        found("\u00d0" + NO_OPERATION + "\u00af\n").are(utf8("Я"));
    }

    /** As long as the client wants its lines edited here. */
    @Test
    void whatIsTypedComesAtOnceUpToALineEnd() throws JimFault {
        String said = DO + "\u0001" + "ab\r\0c" + DONT + "\u0001" + "de\n";
        ByteBuffer in = ByteBuffer.wrap(said.getBytes(ISO_8859_1));
        TelnetFraming framing = new TelnetFraming();
        for (String expected : List.of(DO + "\u0001", "ab\r", "\0c", DONT + "\u0001", "de")) {
            assertThat(framing.next(in).toByteArray()).isEqualTo(expected.getBytes(ISO_8859_1));
        }
    }

    @Test
    void otherCommandsAreNothing() {
        found("a" + NO_OPERATION + ARE_YOU_THERE + SE + "b\n").are("ab");
    }

    @Test
    void theDetailsOfAnOptionAreNothing() {
        found("a" + SB + "\u0018\0xterm\r\n" + SE + "b\n").are("ab");
        found(SB + "\u001f\0P" + IAC + IAC + "\u00f0\n" + IAC + "x" + SE + "b\n")
                .are("b");
    }

    @Test
    void anInterruptIsNothingAndItsTimingMarkIsHeard() {
        found(IAC + "\u00f4" + DO + "\u0006" + "whoami\r\n").are(DO + "\u0006", "whoami", "");
    }

    @Test
    void aDoubledIacIsAByteOfTheLineAndSoTheLineIsNotUtf8() {
        found("a" + IAC + IAC + "b\nc\n").are(NOT_UTF8, "c");
        found(IAC + IAC + DO.charAt(1) + "x\nc\n").are(NOT_UTF8, "c");
    }

    @Test
    void aLineThatIsNotUtf8IsAFaultAndTheNextIsRead() {
        found("a\u00c3(\nb\n\u00c0\u00af\n\u00ed\u00a0\u0080\n\u00d0\nc\n")
                .are(NOT_UTF8, "b", NOT_UTF8, NOT_UTF8, NOT_UTF8, "c");
    }

    @Test
    void theLongestLineIsALineAndOneByteMoreIsTooLong() {
        String longest = "x".repeat(8_192);
        for (String end : List.of("\n", "\r\0", "\r")) {
            found(longest + end + longest + "y" + end + "z" + end).are(longest, TOO_LONG, "z");
        }
    }

    @Test
    void aLineHasItsBoundWhateverIsSaidBetween() {
        found("x".repeat(8_000) + SB + "y".repeat(1_000) + SE + NO_OPERATION + "z\n")
                .are("x".repeat(8_000) + "z");
    }

    @Test
    void whoSpeaksTelnetInsideALineThatIsTooLongIsHeard() {
        found("x".repeat(9_000) + DO + "\u0006" + "x\ny\n").are(TOO_LONG, DO + "\u0006", "y");
    }

    /** What is found in a stream, however it is cut: in two at each byte, and into single bytes. */
    private static Found found(String bytes) {
        byte[] stream = bytes.getBytes(ISO_8859_1);
        List<String> whole = frames(List.of(stream));
        assertThat(frames(Pieces.oneByOne(stream))).isEqualTo(whole);
        for (int at = 0; at < Math.min(100, stream.length); at++) {
            assertThat(frames(Pieces.splitAt(at, stream))).as("split at %d", at).isEqualTo(whole);
        }
        return new Found(whole);
    }

    private static List<String> frames(List<byte[]> pieces) {
        TelnetFraming framing = new TelnetFraming();
        List<String> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            ByteBuffer in = ByteBuffer.wrap(piece);
            String frame = next(framing, in);
            while (frame != null) {
                frames.add(frame);
                frame = next(framing, in);
            }
        }
        return frames;
    }

    private static String next(TelnetFraming framing, ByteBuffer in) {
        try {
            Frame frame = framing.next(in);
            return frame == null ? null : new String(frame.toByteArray(), ISO_8859_1);
        } catch (JimFault fault) {
            assertThat(fault.closes()).isFalse();
            return fault.getMessage();
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private record Found(List<String> frames) {
        void are(String... expected) {
            assertThat(frames).isEqualTo(List.of(expected));
        }
    }
}
