package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jim.protocol.JimMessage.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mark that a sender puts on a message (protocol, section 5). */
final class MarkTest {
    private static final String LONGEST = "x".repeat(64);

    private final JimCodec codec = new JimCodec();

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "~", "7-b"})
    void visibleAsciiIsAMark(String mark) throws JimFault {
        assertThat(cid('"' + mark + '"')).isEqualTo(mark);
    }

    @Test
    void itMayHave64CharactersAndBeANumber() throws JimFault {
        assertThat(cid('"' + LONGEST + '"')).isEqualTo(LONGEST);
        assertThat(cid("7")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"é\"", "\"\u007f\"", "\"\\u001f\"", "true", "[]", "{}"})
    void anythingElseIsNone(String mark) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> cid(mark))
                .withMessageContaining("field 'cid': expected 1 to 64 ASCII characters")
                .matches(fault -> !fault.closes());
    }

    @Test
    void of65CharactersItIsTooLong() {
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> cid('"' + LONGEST + "x\""));
    }

    private String cid(String mark) throws JimFault {
        Frame frame =
                Frame.of("{\"action\":\"msg\",\"to\":\"b\",\"from\":\"a\",\"message\":\"hi\",\"cid\":" + mark + "}");
        return ((Msg) codec.request(frame).message()).tracking().cid();
    }
}
