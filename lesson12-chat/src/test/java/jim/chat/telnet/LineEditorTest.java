package jim.chat.telnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jim.protocol.Frame;
import jim.protocol.JimFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of keys. */
final class LineEditorTest {
    private final LineEditor editor = new LineEditor();

    /** Types {@code keys}, of which only the last may end a line, and says which line that is. */
    private String type(String keys) throws JimFault {
        Frame line = null;
        for (byte b : keys.getBytes(UTF_8)) {
            assertThat(line).isNull();
            line = editor.take(b);
        }
        return line == null ? null : line.text(0, line.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "ab\bc|ac",
                "ab\u007fc|ac",
                "\b\bab|ab",
                "добрый\b\bое|доброе",
                "hi 🙂\b!|hi !",
                "one two\u0017three|one three",
                "one two  \u0017three|one three",
                "one\u0017two|two",
                "\u0017two|two",
                "one two\u0015three|three",
                "a\u001b[Ab\u001b[3~c\u001bOPd\u001b[1;5De\u001bxf|abcdef",
                "a\u0000\u0007\tb|ab",
            })
    void keysMakeALine(String keys, String line) throws JimFault {
        assertThat(type(keys)).isNull();
        assertThat(editor.shown()).isEqualTo(line);
        assertThat(type("\r")).isEqualTo(line);
        assertThat(editor.shown()).isEmpty();
    }

    @Test
    void aLineFeedEndsALineToo() throws JimFault {
        assertThat(type("hi\n")).isEqualTo("hi");
    }

    @Test
    void theNextLineBeginsEmpty() throws JimFault {
        assertThat(type("first\r")).isEqualTo("first");
        assertThat(type("\b\bnext\r")).isEqualTo("next");
    }

    @Test
    void ofALongLineTheEndIsShown() throws JimFault {
        type("x".repeat(70));
        assertThat(editor.shown()).isEqualTo("x".repeat(70));
        type("y");
        assertThat(editor.shown()).isEqualTo("…" + "x".repeat(69) + "y");
    }

    /** They may take two columns each, and must not be cut in two. */
    @Test
    void ofWideCharactersFewerAreShown() throws JimFault {
        type("🙂".repeat(100));
        assertThat(editor.shown()).isEqualTo("…" + "🙂".repeat(35));
    }

    @Test
    void whatWouldMoveTheCursorIsSpelledOut() throws JimFault {
        type("a\u202eb");
        assertThat(editor.shown()).isEqualTo("a\\u202eb");
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndNotCut() throws JimFault {
        type("x".repeat(8_193));
        assertThat(catchThrowableOfType(JimFault.class, () -> type("\b\r")))
                .hasMessage("the line is longer than 8192 bytes");
        assertThat(type("x".repeat(8_192) + "\r")).hasSize(8_192);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws JimFault {
        editor.take((byte) 0xC3);
        assertThat(catchThrowableOfType(JimFault.class, () -> type("\r"))).hasMessage("the line is not UTF-8");
        assertThat(type("next\r")).isEqualTo("next");
    }
}
