package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).forEach(lines::add);
        return lines;
    }

    @Test
    void linesEndWithLineFeedWithOrWithoutCarriageReturn() throws IOException {
        assertThat(lines("one\ntwo\r\n\nПривет")).containsExactly("one", "two", "", "Привет");
    }

    @Test
    void aCarriageReturnWithinALineStays() throws IOException {
        assertThat(lines("50%\r100%\n")).containsExactly("50%\r100%");
    }

    @Test
    void nothingGivesNoLine() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineWithoutEndIsCut() throws IOException {
        assertThat(lines("x".repeat(20_000))).extracting(String::length).containsExactly(8_192, 8_192, 3_616);
    }
}
