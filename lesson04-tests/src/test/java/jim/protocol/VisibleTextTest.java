package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTextTest {
    @Test
    void aTextThatIsSeenStaysItself() {
        String text = "Hi, мир \ud83d\ude00 \\n";
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void oneEventCannotBecomeTwoLines() {
        assertThat(VisibleText.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    }

    @Test
    void colourCodesAndDirectionMarksAreSpelledOut() {
        assertThat(VisibleText.of("\u001b[31mred\u202eder")).isEqualTo("\\u001b[31mred\\u202eder");
    }

    @Test
    void aCharacterBeyondTheFirst65536IsSpelledWithEightDigits() {
        assertThat(VisibleText.of("a\udb40\udc41\uffff")).isEqualTo("a\\U000e0041\uffff");
    }

    @Test
    void whatIsSeenBesidesWhatIsNotStaysItself() {
        assertThat(VisibleText.of("\ud83d\ude00\u0000я")).isEqualTo("\ud83d\ude00\\u0000я");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1F, 0x7F, 0x9F, 0xAD, 0x200B, 0x200E, 0x2028, 0x2029, 0xFEFF, 0xD800, 0x115F, 0x1160, 0x3164,
                0xFFA0, 0x2800, 0x034F
            })
    void aCharacterWithoutAPictureIsInvisible(int c) {
        assertThat(VisibleText.isInvisible(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', 'a', 0x44F, 0x2801, 0x115E, 0x1F600})
    void aCharacterWithAPictureIsVisible(int c) {
        assertThat(VisibleText.isInvisible(c)).isFalse();
    }
}
