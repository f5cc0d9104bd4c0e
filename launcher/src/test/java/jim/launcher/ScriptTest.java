package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jim.cli.ExitCode;
import jim.cli.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptTest {
    private final Orders orders = new Orders(new Roster(List.of("alice", "bob")));

    @TempDir
    private Path directory;

    @Test
    void commentsAndBlankLinesAreNoSteps() throws Exception {
        Path file = Files.writeString(directory.resolve("a"), "# hello\n\nalice: @bob Привет\nquit");
        Script script = Script.read(file, orders);
        assertThat(script.steps()).extracting(Script.Step::text).containsExactly("alice: @bob Привет", "quit");
        assertThat(script.steps().get(0).place()).isEqualTo(file + ", line 3");
    }

    @Test
    void aMistakeIsToldWithItsLine() throws Exception {
        Path file = Files.writeString(directory.resolve("a"), "# hello\nstop\n");
        assertRefused(file, file + ", line 2: 'stop' is no order");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = directory.resolve("none");
        assertRefused(file, "there is no script " + file);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("a"), new byte[] {(byte) 0xff, 10});
        assertRefused(file, "is no text in UTF-8");
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(directory, "cannot be read");
    }

    private void assertRefused(Path file, String sentence) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> Script.read(file, orders))
                .withMessageContaining(sentence)
                .satisfies(stop -> assertThat(stop.code()).isEqualTo(ExitCode.USAGE));
    }
}
