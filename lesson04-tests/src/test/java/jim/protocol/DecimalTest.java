package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private static Decimal decimal(String written) {
        byte[] bytes = ("{" + written + "}").getBytes(StandardCharsets.US_ASCII);
        return new Decimal(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "0.1",
                "1.50",
                "1790000000.123456",
                "9007199254740992",
                "900719925474.0993",
                "9007199254740993",
                "999999999999999.999999",
                "123456789012345.6789"
            })
    void itsValueIsTheNearestDoubleAndItIsShownAsItWasWritten(String written) {
        assertThat(decimal(written).doubleValue()).isEqualTo(Double.parseDouble(written));
        assertThat(decimal(written)).hasToString(written);
    }

    @Test
    void anyFewDigitsAreReadAsJavaReadsThem() {
        Random random = new Random(17);
        for (int i = 0; i < 10_000; i++) {
            String written = BigDecimal.valueOf(random.nextLong() >>> (1 + random.nextInt(50)), random.nextInt(7))
                    .toPlainString();
            assertThat(decimal(written).doubleValue()).as(written).isEqualTo(Double.parseDouble(written));
        }
    }

    @Test
    void asAnyOtherNumberItLosesWhatDoesNotFit() {
        assertThat(decimal("3.99").longValue()).isEqualTo(3);
        assertThat(decimal("3.99").intValue()).isEqualTo(3);
        assertThat(decimal("0.5").floatValue()).isEqualTo(0.5f);
    }
}
