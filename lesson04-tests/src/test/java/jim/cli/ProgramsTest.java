package jim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramsTest {
    private final List<String> ran = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theFirstWordNamesTheProgramAndTheRestIsItsLine() {
        assertThat(run("sing", "la")).isEqualTo(ExitCode.OK);
        assertThat(ran).containsExactly("sing la");
    }

    @Test
    void withoutAWordItSaysWhatThereIs() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .startsWith("Two programs.\n\nUsage: show sing|dance [OPTION]...\n")
                .endsWith("Examples:\n  show sing --help\n  show dance --help\n");
        out.reset();
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("Two programs.");
    }

    @Test
    void anOptionInFrontOfTheWordIsRefused() {
        assertThat(run("--hepl")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("unknown option '--hepl', did you mean '--help'?");
    }

    @Test
    void aMistypedWordLeadsToTheNearOne() {
        assertThat(run("snig")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "there is no program 'snig', did you mean 'sing'?", "There are: show sing, show dance");
    }

    @Test
    void anUnknownWordLeadsToTheList() {
        assertThat(run("sleep")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("there is no program 'sleep'.");
        assertThat(ran).isEmpty();
    }

    private ExitCode run(String... line) {
        return new Programs("show", "Two programs.")
                .part("sing", new Usage("show sing", "WORD", "Sings."), arguments -> ran("sing", arguments))
                .part("dance", new Usage("show dance", "", "Dances."), arguments -> ran("dance", arguments))
                .run(line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private void ran(String program, Arguments arguments) {
        ran.add(program + " " + arguments.positional(0, ""));
    }
}
