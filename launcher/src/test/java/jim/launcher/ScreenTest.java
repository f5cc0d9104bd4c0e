package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Screen screen(boolean coloured, boolean brief) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Screen(out, new Screen.Look(coloured, brief), List.of("server", "ann", "konstantin"));
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theBarsStandUnderEachOther() {
        Screen screen = screen(false, false);
        screen.printed("ann", "hi");
        screen.complained("konstantin", "oh");
        screen.say("one\ntwo");
        assertThat(lines())
                .containsExactly("ann        | hi", "konstantin | oh", "launcher   | one", "launcher   | two");
    }

    @Test
    void eachNameHasItsOwnColourAndTheLineHasNone() {
        Screen screen = screen(true, false);
        screen.printed("ann", "hi");
        screen.printed("konstantin", "hi");
        assertThat(lines()).containsExactly("\u001b[33mann       \u001b[0m | hi", "\u001b[34mkonstantin\u001b[0m | hi");
    }

    @Test
    void whatALineWouldDoToTheScreenIsSpelledOut() {
        screen(true, false).printed("ann", "a\u001b[2Jb\rc\u202e");
        assertThat(lines().get(0)).endsWith(" | a\\u001b[2Jb\\rc\\u202e");
    }

    @Test
    void theBriefLookShowsExpectedLinesAndComplaints() {
        Screen screen = screen(false, true);
        screen.printed("ann", "hidden");
        screen.expected("ann", "shown");
        screen.complained("ann", "oh");
        assertThat(lines()).containsExactly("ann        | shown", "ann        | oh");
    }

    @Test
    void theFullLookShowsAnExpectedLineOnce() {
        Screen screen = screen(false, false);
        screen.printed("ann", "hi");
        screen.expected("ann", "hi");
        assertThat(lines()).containsExactly("ann        | hi");
    }
}
