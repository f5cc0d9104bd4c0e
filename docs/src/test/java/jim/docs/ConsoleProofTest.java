package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A transcript is what really happens; one that is not fails, and nothing that it started is left behind. */
@Timeout(60)
final class ConsoleProofTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeRepository() throws Exception {
        Files.createDirectories(root.resolve("dist"));
        Files.writeString(root.resolve("dist/greeting"), "hello\n");
        Files.createDirectories(root.resolve(".ci"));
        Files.writeString(root.resolve(".ci/run"), "set -e\n  mvn -q verify\n");
    }

    @Test
    void commandsRunInOrderInADirectoryThatHoldsDist() throws Exception {
        assertThat(console("$ cat dist/greeting", "hello", "$ echo a > f; echo b >> f", "$ cat f", "a", "b"))
                .isEmpty();
    }

    @Test
    void aCommandOfManyLinesIsShownAsAShellAsksForIt() throws Exception {
        assertThat(console("$ cat > f <<END", "> one", "> two", "> END", "$ cat f", "one", "two"))
                .isEmpty();
    }

    @Test
    void outputThatIsNotOnThePageIsShownBesideWhatIs() throws Exception {
        assertThat(console("$ printf 'one\\ntwo\\n'", "one", "2"))
                .singleElement(STRING)
                .contains("  one\n- 2\n+ two\n");
        assertThat(console("$ echo more")).hasSize(1);
        assertThat(console("$ true", "less")).hasSize(1);
    }

    @Test
    void errorsAreOutputToo() throws Exception {
        assertThat(console("$ echo wrong >&2; false; echo $?", "wrong", "1")).isEmpty();
    }

    @Test
    void whatIsAnotherInEachRunIsNotCompared() throws Exception {
        assertThat(console("$ date '+%Y-%m-%d %H:%M:%S served in 7 ms'", "2026-01-31 09:15:00 served in 12 ms"))
                .isEmpty();
    }

    @Test
    void aCommandInTheBackgroundIsWaitedForAndEnds() throws Exception {
        assertThat(console(
                        "$ echo $$ > pid; echo ready; echo later; exec tail -f /dev/null &",
                        "ready",
                        "$ kill -0 $(cat pid) && echo alive",
                        "alive"))
                .isEmpty();
        assertThat(console("$ echo ready; exec tail -f /dev/null &", "steady")).hasSize(1);
    }

    @Test
    void nothingThatAFenceStartedIsLeftBehind() throws Exception {
        Path pid = root.resolve("pid");
        assertThat(console("$ (tail -f /dev/null >/dev/null 2>&1 & echo $! > " + pid + ")", "$ test -s " + pid))
                .isEmpty();

        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void aCommandThatDoesNotEndIsAProblem() throws Exception {
        ConsoleProof impatient = new ConsoleProof(new Repository(root), Duration.ofMillis(300));

        assertThat(impatient.problems(fence("$ tail -f /dev/null")))
                .containsExactly("'tail -f /dev/null' does not end");
    }

    @Test
    void aLookAtAFileWaitsForItsWriter() throws Exception {
        assertThat(console("$ (i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; echo done > f) &", "$ cat f", "done"))
                .isEmpty();
    }

    @Test
    void aPortIsFreeInTheRunAndStandsAsWrittenInTheOutput() throws Exception {
        assertThat(console("$ echo listening -p 7777, next 7778", "listening -p 7777, next 7778"))
                .isEmpty();
        Ports ports = Ports.in(List.of("server -p 7777", "client localhost 7780"));
        assertThat(ports.real("client localhost 7777")).isNotEqualTo("client localhost 7777");
        assertThat(ports.written(ports.real("from 7777 to 7780 in 2026"))).isEqualTo("from 7777 to 7780 in 2026");
    }

    @Test
    void ofTwoPortsWithACommaBothAreFree() {
        Ports ports = Ports.in(List.of("server --port=7777,7900"));
        assertThat(ports.real("7900")).isNotEqualTo("7900");
        assertThat(ports.written(ports.real("sources on 7777, listeners on 7900")))
                .isEqualTo("sources on 7777, listeners on 7900");
    }

    @Test
    void aCommandOfTheBuildIsALineOfItsScript() throws Exception {
        assertThat(console("$ mvn -q verify")).isEmpty();
        assertThat(console("$ mvn -q test")).containsExactly("'mvn -q test' is no line of .ci/run, so nothing runs it");
        assertThat(console("$ mvn -q verify", "BUILD SUCCESS")).hasSize(1);
    }

    @Test
    void aFenceBeginsWithACommand() throws Exception {
        assertThat(console()).hasSize(1);
        assertThat(console("hello", "$ echo hello")).hasSize(1);
    }

    private List<String> console(String... lines) throws Exception {
        return new ConsoleProof(new Repository(root), Duration.ofSeconds(20)).problems(fence(lines));
    }

    private static Fence fence(String... lines) {
        return new Fence("README.md", 1, "console", List.of(lines));
    }
}
