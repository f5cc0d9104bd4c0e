package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HexadecimalTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 15, 16, 255, 256, 0x1a2b, 0x0fed_cba9_8765_4321L, Long.MAX_VALUE})
    void itIsWrittenWithTheDigitsOfItsText(long number) throws JimFault {
        Hexadecimal digits = new Hexadecimal(number);

        Frame line = new ObjectWriter().put("id", digits).line();
        assertThat(line.text(0, line.length())).isEqualTo("{\"id\":\"" + Long.toHexString(number) + "\"}\n");
        assertThat(digits).hasToString(Long.toHexString(number));
        assertThat(Hexadecimal.of(digits.toString())).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1g", "8000000000000000", " 1"})
    void otherTextsHaveNoNumber(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Hexadecimal.of(text));
    }

    @Test
    void itIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hexadecimal(-1))
                .withMessage("expected a number that is not negative, got -1");
    }
}
