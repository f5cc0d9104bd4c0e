package jim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aProgramThatDoesItsWorkEndsWith0() {
        assertThat(run(arguments -> {})).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8) + err.toString(UTF_8)).isEmpty();
    }

    @Test
    void helpIsPrintedInPlaceOfTheWork() {
        assertThat(run(
                        arguments -> {
                            throw new AssertionError("ran");
                        },
                        "--help"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("Serves.\n\nUsage: serve");
    }

    @Test
    void aStopIsOneSentenceAndItsCode() {
        assertThat(run(arguments -> {
                    throw new Stop(ExitCode.NO_SERVER, "nobody there");
                }))
                .isEqualTo(ExitCode.NO_SERVER);
        assertThat(err.toString(UTF_8)).isEqualTo("nobody there" + System.lineSeparator());
    }

    @Test
    void aWrongLineIsAUsageError() {
        assertThat(run(arguments -> {}, "--hepl")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("unknown option '--hepl', did you mean '--help'?");
    }

    @Test
    void aBugIsCalledABugAndSaysWhereItIs() {
        assertThat(run(arguments -> {
                    throw new IllegalStateException("oh");
                }))
                .isEqualTo(ExitCode.BUG);
        assertThat(err.toString(UTF_8))
                .startsWith("This is a bug of ours: java.lang.IllegalStateException: oh at jim.cli.ProgramTest")
                .doesNotContain("\tat ");
    }

    @Test
    void aBugWithoutAPlaceIsReportedToo() {
        assertThat(run(arguments -> {
                    Exception bug = new IllegalStateException("oh");
                    bug.setStackTrace(new StackTraceElement[0]);
                    throw bug;
                }))
                .isEqualTo(ExitCode.BUG);
        assertThat(err.toString(UTF_8)).startsWith("This is a bug of ours: java.lang.IllegalStateException: oh.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void whatCannotBePrintedIsAnError(String option) {
        ExitCode code = Program.run(
                new Usage("serve", "", "Serves."), new String[] {option}, arguments -> {}, full(), print(err));
        assertThat(code).isEqualTo(ExitCode.NOT_PRINTED);
        assertThat(err.toString(UTF_8))
                .startsWith("not everything could be printed: the disk is full, or nobody reads");
    }

    @Test
    void aServerGoesOnWithoutThoseWhoReadItsFirstLines() {
        PrintStream full = full();
        ExitCode code = Program.run(
                new Usage("serve", "", "Serves."),
                new String[0],
                arguments -> full.println("listening"),
                full,
                print(err));
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    /** Like a file on a disk that is full. */
    private static PrintStream full() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        return new PrintStream(full, true, UTF_8);
    }

    @Test
    void aProgramThatWentWellDoesNotEndTheJvm() {
        PrintStream before = System.out;
        PrintStream beforeErr = System.err;
        List<String> ran = new ArrayList<>();
        try {
            Program.main(new Usage("serve", "", "Serves."), new String[0], arguments -> ran.add("body"));
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
        }
        assertThat(ran).containsExactly("body");
    }

    @Test
    void theVersionIsThatOfTheJar() {
        assertThat(run(arguments -> {}, "--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .isEqualTo("JIM course and messenger " + Program.version() + System.lineSeparator());
        assertThat(Program.version()).isNotBlank();
    }

    @Test
    void noPersonSitsAtTheTests() {
        assertThat(Program.isInteractive()).isFalse();
    }

    @Test
    void theCodesAreThoseThatTheManualNames() {
        assertThat(ExitCode.values()).extracting(ExitCode::code).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    private ExitCode run(Program.Body body, String... line) {
        return Program.run(new Usage("serve", "", "Serves."), line, body, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
