package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight bytes at a time, nothing else is found than byte by byte. */
final class PlainTextTest {
    private static final int LONGEST = 27;
    private static final int BEFORE = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1F, ' ', '!', '"', '#', '[', '\\', ']', 'x', 0x7F, 0x80, 0x9F, 0xA2, 0xDC, 0xFF})
    void oneByteIsFoundWhereverItStands(int one) {
        for (int behind : new int[] {1, Long.BYTES + 1}) {
            oneByteIsFound(one, behind);
        }
    }

    private static void oneByteIsFound(int one, int behind) {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = new byte[BEFORE + length + behind];
                // Around it stands what would be found, were it looked at.
                Arrays.fill(bytes, (byte) one);
                Arrays.fill(bytes, BEFORE, BEFORE + length, (byte) 'a');
                bytes[BEFORE + at] = (byte) one;
                int end = BEFORE + length;

                assertThat(PlainText.endOfUnescaped(bytes, BEFORE, end))
                        .isEqualTo(first(bytes, end, PlainTextTest::isEscaped));
                assertThat(PlainText.end(bytes, BEFORE, end)).isEqualTo(first(bytes, end, PlainTextTest::isEnding));
                assertThat(PlainText.hasControls(bytes, BEFORE, end))
                        .isEqualTo(first(bytes, end, PlainTextTest::isControl) < end);
                assertThat(PlainText.isVisibleAscii(bytes, BEFORE, end))
                        .isEqualTo(first(bytes, end, PlainTextTest::isControlOrMoreThanAscii) == end);
            }
        }
    }

    private static int first(byte[] bytes, int end, IntPredicate sought) {
        return IntStream.range(BEFORE, end)
                .filter(i -> sought.test(Byte.toUnsignedInt(bytes[i])))
                .findFirst()
                .orElse(end);
    }

    private static boolean isControl(int b) {
        return b < ' ';
    }

    private static boolean isControlOrMoreThanAscii(int b) {
        return isControl(b) || b > 127;
    }

    private static boolean isEscaped(int b) {
        return isEnding(b) || isControl(b);
    }

    private static boolean isEnding(int b) {
        return b == '"' || b == '\\';
    }
}
