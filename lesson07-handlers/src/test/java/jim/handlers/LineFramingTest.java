package jim.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.testkit.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineFramingTest {
    private static final int BOUND = 8;
    private static final String TOO_LONG = "the line is longer than 8 bytes";

    @Test
    void aLineEndsWithALineFeed() {
        assertThat(found("one\ntwo\n\nfour\n")).containsExactly("one", "two", "", "four");
    }

    @Test
    void aCarriageReturnBeforeTheLineFeedIsTakenAway() {
        assertThat(found("one\r\n\r\nt\rwo\n\r\r\n")).containsExactly("one", "", "t\rwo", "\r");
    }

    @Test
    void linesAreFoundWhereverTheyAreSplit() {
        byte[] all = "one\r\nя\n12345678\n123456789\n\n12345678\r\ntwo\n".getBytes(UTF_8);
        List<String> expected = List.of("one", "я", "12345678", TOO_LONG, "", "12345678", "two");
        for (int at = 0; at <= all.length; at++) {
            assertThat(found(new LineFraming(BOUND), Pieces.splitAt(at, all)))
                    .as("split at %d", at)
                    .isEqualTo(expected);
        }
        assertThat(found(new LineFraming(BOUND), Pieces.oneByOne(all))).isEqualTo(expected);
    }

    @Test
    void linesAreFoundInRandomPieces() {
        long seed = Long.getLong("jim.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> expected = List.of("a", "12345678", TOO_LONG, "я", "", TOO_LONG, "b");
        byte[] all = "a\n12345678\n1234567890123456\r\nя\r\n\n123456789\nb\n".getBytes(UTF_8);
        for (int round = 0; round < 500; round++) {
            assertThat(found(new LineFraming(BOUND), Pieces.random(random, 1 + random.nextInt(20), all)))
                    .as("round %d of -Djim.seed=%d", round, seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "255, 255", "256, 256", "257, 257", "65536, 65536"})
    void theLongestLineIsALineAndOneByteMoreIsTooLong(int bound, int length) {
        String longest = "x".repeat(length);
        assertThat(found(
                        new LineFraming(bound),
                        List.of((longest + "\n" + longest + "\r\n" + longest + "x\n").getBytes(UTF_8))))
                .containsExactly(longest, longest, "the line is longer than " + bound + " bytes");
    }

    @Test
    void aLineIsRefusedAsSoonAsItIsTooLong() {
        assertThat(found("123456789")).containsExactly(TOO_LONG);
        assertThat(found("12345678\r")).isEmpty();
        assertThat(found("12345678\r\r")).containsExactly(TOO_LONG);
    }

    @Test
    void aLineThatIsTooLongIsOneFaultAndTheNextLineIsRead() {
        assertThat(found("x".repeat(1_000) + "\nnext\n")).containsExactly(TOO_LONG, "next");
    }

    @Test
    void itKnowsWhetherALineHasBegun() throws JimFault {
        Framing framing = new LineFraming(BOUND);
        assertThat(framing.midFrame()).as("before a line").isFalse();
        framing.next(ByteBuffer.wrap(new byte[] {'x'}));
        assertThat(framing.midFrame()).as("inside a line").isTrue();
        framing.next(ByteBuffer.wrap(new byte[] {'\n'}));
        assertThat(framing.midFrame()).as("after a line").isFalse();
    }

    @Test
    void theEndOfTheStreamCutsOffNoLineThatWasRefusedAlready() {
        Framing framing = new LineFraming(BOUND);
        found(framing, List.of("123456789 and more".getBytes(UTF_8)));
        assertThat(framing.midFrame()).isFalse();
    }

    private static List<String> found(String text) {
        return found(new LineFraming(BOUND), List.of(text.getBytes(UTF_8)));
    }

    /** The lines, and in place of each fault what it says. */
    private static List<String> found(Framing framing, List<byte[]> pieces) {
        List<String> found = new ArrayList<>();
        for (byte[] piece : pieces) {
            ByteBuffer in = ByteBuffer.wrap(piece);
            for (String next = next(framing, in); next != null; next = next(framing, in)) {
                found.add(next);
            }
        }
        return found;
    }

    private static String next(Framing framing, ByteBuffer in) {
        try {
            Frame line = framing.next(in);
            return line == null ? null : new String(line.toByteArray(), UTF_8);
        } catch (JimFault fault) {
            assertThat(fault.closes()).isFalse();
            return fault.getMessage();
        }
    }
}
