package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the launcher ends, it leaves no process behind. */
@Timeout(120)
final class SignalTest {
    @ParameterizedTest
    @CsvSource({"HUP, 1", "INT, 2", "KILL, 9", "TERM, 15"})
    void noChildIsLeftBehind(String signal, int number) throws Exception {
        assumeFalse(isIgnored(number), "whoever started these tests ignores the signal for all");
        try (Run run = Run.of("--clients", "2", "-p", "0")) {
            run.await("2 of 2 clients are connected.");
            List<ProcessHandle> family = run.family();
            assertThat(family).hasSizeGreaterThanOrEqualTo(3);
            assertThat(run.signal(signal).exitCode()).isEqualTo(128 + number);
            Run.awaitGone(family);
            assertThat(run.screen()).doesNotContain("ended with");
        }
    }

    /** A child cannot be made to heed a signal that its parents ignore; Linux tells. */
    private static boolean isIgnored(int number) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored >> (number - 1) & 1) == 1);
    }

    @Test
    void aSignalWhileTheChildrenStartLeavesNoneBehind() throws Exception {
        try (Run run = Run.of("--clients", "2", "-p", "0")) {
            run.await("The server listens");
            List<ProcessHandle> family = run.family();
            assertThat(run.signal("TERM").exitCode()).isEqualTo(143);
            Run.awaitGone(family);
        }
    }

    @Test
    void aChildThatDoesNotObeyIsForced() throws Exception {
        try (Run run = Run.of("--clients", "1", "-p", "0")) {
            run.await("1 of 1 clients are connected.");
            run.type("alice: resist").await("resisting");
            List<ProcessHandle> family = run.family();
            assertThat(run.signal("TERM").exitCode()).isEqualTo(143);
            Run.awaitGone(family);
        }
    }

    @Test
    void childrenIgnoreCtrlCForTheLauncherEndsThem() throws Exception {
        try (Run run = Run.of("--clients", "1", "-p", "0")) {
            run.await("1 of 1 clients are connected.");
            for (ProcessHandle child : run.family()) {
                new ProcessBuilder("kill", "-INT", String.valueOf(child.pid()))
                        .start()
                        .waitFor();
            }
            run.type("alice: @alice here").await("[12:00:00] alice: here");
        }
    }
}
