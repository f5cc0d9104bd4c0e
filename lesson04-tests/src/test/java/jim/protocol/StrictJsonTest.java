package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading and writing of JSON alone. What is refused stands in the table of wire examples. */
final class StrictJsonTest {
    @Test
    void everyKindOfValueIsReadAndWrittenBackTheSame() throws JimFault {
        Frame frame = Frame.of("{\"t\":\"x\",\"n\":1.50,\"b\":true,\"z\":null,\"o\":{\"a\":[1,\"2\",false]}}\n");
        assertThat(StrictJson.frame(StrictJson.fields(frame, 3))).isEqualTo(frame);
    }

    @Test
    void textsAreWrittenWithTheEscapesThatJsonNeeds() {
        assertThat(StrictJson.frame(Map.of("x", List.of("\"\\\n\u0000"))))
                .isEqualTo(Frame.of("{\"x\":[\"\\\"\\\\\\n\\u0000\"]}\n"));
    }

    @Test
    void oneFrameIsOneObject() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> StrictJson.object(Frame.of("{} {}")))
                .withMessage("something follows the object")
                .matches(JimFault::closes);
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> StrictJson.object(Frame.of("[]")))
                .withMessage("expected a JSON object that begins with '{'")
                .matches(JimFault::closes);
    }

    @Test
    void depthIsBoundedWithoutAFramingToo() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> StrictJson.object(Frame.of("{\"x\":" + "[".repeat(8) + "]".repeat(8) + "}")))
                .matches(JimFault::closes);
    }

    @Test
    void anotherProtocolMayNestDeeper() throws JimFault {
        Frame deep = Frame.of("{\"x\":" + "[".repeat(9) + "]".repeat(9) + "}");

        assertThat(StrictJson.fields(deep, 10)).containsKey("x");
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> StrictJson.fields(deep, 9));
    }

    @Test
    void theNameOfAFieldThatIsThereTwiceIsShownNeutralised() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> StrictJson.object(Frame.of("{\"a\\n\":1,\"a\\n\":2}")))
                .withMessage("the field 'a\\n' is there twice");
    }

    @Test
    void whatIsWrongFitsIntoAnAnswerHoweverLongANameIs() {
        String name = "\n".repeat(JsonFraming.MAX_BYTES / 3).replace("\n", "\\n");
        for (String json :
                List.of("{\"" + name + "\"}", "{\"" + name + "\":}", "{\"" + name + "\":1,\"" + name + "\":2}")) {
            assertThatExceptionOfType(JimFault.class)
                    .isThrownBy(() -> StrictJson.object(Frame.of(json)))
                    .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(1_000));
        }
    }
}
