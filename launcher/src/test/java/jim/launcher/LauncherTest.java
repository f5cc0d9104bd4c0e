package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jim.cli.ExitCode;
import jim.presence.PresencePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LauncherTest {
    @TempDir
    private Path directory;

    private static Run two() throws IOException, InterruptedException {
        Run run = Run.of("--clients", "2", "-p", "0");
        run.await("2 of 2 clients are connected.");
        return run;
    }

    private Path script(String... lines) throws IOException {
        return Files.write(directory.resolve("a.script"), List.of(lines));
    }

    private Run play(String... lines) throws IOException {
        return Run.of("--clients", "2", "-p", "0", "--script", script(lines).toString());
    }

    @Test
    void theFirstLinesSayWhatToTypeAndHowToEnd() throws Exception {
        try (Run run = two()) {
            assertThat(run.screen())
                    .startsWith("launcher | To see a message delivered, type:  alice: @bob hi\n"
                            + "launcher | To end all of it: quit, or Ctrl-C.");
        }
    }

    @Test
    void aTypedLineGoesToItsClientAndTheAnswerIsShownUnderItsName() throws Exception {
        try (Run run = two()) {
            run.type("alice: @bob Привет: всем");
            assertThat(run.await("[12:00:00]")).isEqualTo("bob      | [12:00:00] alice: Привет: всем");
        }
    }

    @Test
    void theServersReadyLineIsToldInASentence() throws Exception {
        try (Run run = two()) {
            assertThat(run.screen()).contains("The server listens on port ").doesNotContain("{");
        }
    }

    @Test
    void controlCharactersOfAChildAreNeutralised() throws Exception {
        try (Run run = two()) {
            run.type("bob: draw");
            assertThat(run.await("red")).isEqualTo("bob      | \\u001b[2J\\u0007red");
        }
    }

    @Test
    void statusTellsWhoRunsAndWhoHasEnded() throws Exception {
        try (Run run = two()) {
            run.type("kill bob").type("status");
            assertThat(run.await("| server ")).contains("| server    up for ", ", pid ");
            assertThat(run.await("| bob ")).contains("| bob       ended with exit code 137 (signal 9), was pid ");
        }
    }

    @Test
    void aKilledClientCanBeStartedAgain() throws Exception {
        try (Run run = two()) {
            run.type("kill bob").await("bob is killed");
            run.type("kill bob").await("bob has ended. To start it again, type: start bob");
            run.type("bob: hello").await("bob has ended. To start it again, type: start bob");
            run.type("start bob").await("bob is connected.");
            run.type("alice: @bob again").await("[12:00:00] alice: again");
        }
    }

    @Test
    void aRestartedServerListensOnTheSamePort() throws Exception {
        try (Run run = two()) {
            String before =
                    run.linesOf("launcher | The server listens").findFirst().orElseThrow();
            run.type("restart server");
            assertThat(run.await("The server listens")).isEqualTo(before);
            run.type("restart alice").await("alice is connected.");
        }
    }

    @Test
    void aChildThatDiesIsReportedAndTheOthersGoOn() throws Exception {
        try (Run run = two()) {
            run.type("alice: die").await("launcher | alice ended with exit code 9: something broke");
            run.type("bob: @bob still here").await("[12:00:00] bob: still here");
        }
    }

    @Test
    void aClientThatLeavesIsReportedWithoutAlarm() throws Exception {
        try (Run run = two()) {
            run.type("alice: exit").await("launcher | alice has ended.");
        }
    }

    @Test
    void aClientThatIsRefusedIsReportedAndTheOthersGoOn() throws Exception {
        try (Run run = Run.of("--names", "refused,bob", "-p", "0")) {
            run.await("refused ended with exit code 4: the server refuses the name.");
            run.await("1 of 2 clients are connected.");
        }
    }

    @Test
    void anUnknownWordGetsAHintAndNothingEnds() throws Exception {
        try (Run run = two()) {
            run.type("statsu").await("'statsu' is no order, did you mean 'status'?");
            run.type("status").await("| bob       up for ");
        }
    }

    @Test
    void helpListsEveryWord() throws Exception {
        try (Run run = two()) {
            run.type("help").await("NAME: LINE");
            for (String word : Word.all()) {
                run.await("launcher | " + word);
            }
        }
    }

    @Test
    void quitEndsEveryChild() throws Exception {
        try (Run run = two()) {
            List<ProcessHandle> family = run.family();
            assertThat(family).hasSizeGreaterThanOrEqualTo(3);
            assertThat(run.type("quit").exitCode()).isZero();
            Run.awaitGone(family);
        }
    }

    @Test
    void theEndOfAPipeIsNoQuit() throws Exception {
        try (Run run = two()) {
            run.type("alice: @bob last").endInput();
            run.await("[12:00:00] alice: last");
            assertThat(run.family()).isNotEmpty();
            assertThat(run.signal("TERM").exitCode()).isEqualTo(143);
        }
    }

    @Test
    void whenTheDefaultPortIsTakenAFreeOneIsChosen() throws Exception {
        try (ServerSocket taken = takeDefaultPort();
                Run run = Run.of("--clients", "1")) {
            run.await("Port 7777 is taken, so the server listens on a free one.");
            assertThat(run.await("The server listens on port ")).doesNotContain("7777");
            assertThat(taken.isClosed()).isFalse();
        }
    }

    /** Somebody else may have it already, which serves as well. */
    private static ServerSocket takeDefaultPort() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(PresencePair.DEFAULT_PORT));
        } catch (BindException e) {
            assertThat(e).hasMessageContaining("in use");
        }
        return socket;
    }

    @Test
    void whenANamedPortIsTakenNothingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Run run = Run.of("-p", String.valueOf(taken.getLocalPort()))) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_LISTEN.code());
            assertThat(run.screen())
                    .contains("server   | port " + taken.getLocalPort() + " is taken.")
                    .contains("the server did not start (exit code 7); above it says why.")
                    .contains("dist/launcher -p 0")
                    .doesNotContain("alice    |");
        }
    }

    @Test
    void aScriptIsPlayedToItsEndWhichIsQuit() throws Exception {
        try (Run run = play("# greeting", "", "alice: @bob hi", "expect bob: alice: hi")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.screen()).contains("launcher | > alice: @bob hi", "bob      | [12:00:00] alice: hi");
        }
    }

    @Test
    void quitEndsAScriptBeforeItsLastLine() throws Exception {
        try (Run run = play("quit", "expect bob: never")) {
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void anExpectedLineMayHaveComeBeforeItWasExpected() throws Exception {
        try (Run run = play("alice: @bob one", "alice: @bob two", "expect bob: two", "expect alice: Connected")) {
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void anExpectedLineThatDoesNotComeEndsTheRun() throws Exception {
        String file = script("expect bob: Connected", "expect bob: Connected").toString();
        try (Run run = Run.impatient("--clients", "2", "-p", "0", "--script", file)) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
            assertThat(run.screen())
                    .contains("a.script, line 2: bob printed no line with 'Connected' within ")
                    .containsPattern("Its last lines:\n {2}Connected to localhost:\\d+ as bob.");
        }
    }

    @Test
    void aLineForAClientThatHasEndedEndsTheScript() throws Exception {
        try (Run run = play("kill bob", "bob: hi")) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
            assertThat(run.screen()).contains("a.script, line 2: bob has ended.");
        }
    }

    @Test
    void nothingIsExpectedOfAClientThatHasEnded() throws Exception {
        try (Run run = play("alice: die", "expect alice: never")) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
            assertThat(run.screen()).contains("alice printed no line with 'never' before it ended.");
        }
    }

    @Test
    void aScriptWithAMistakeStartsNothing() throws Exception {
        try (Run run = play("alice: hi", "expect bbo: hi")) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
            assertThat(run.screen())
                    .endsWith("a.script, line 2: nobody here is called 'bbo', did you mean 'bob'?")
                    .doesNotContain("listens");
        }
    }

    @Test
    void aBriefRunShowsWhatTheScriptExpectsAlone() throws Exception {
        String file =
                script("alice: @bob one", "alice: @bob two", "expect bob: two").toString();
        try (Run run = Run.of("--clients", "2", "-p", "0", "--brief", "--script", file)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.screen())
                    .doesNotContain("Connected")
                    .endsWith("launcher | > alice: @bob two\nbob      | [12:00:00] alice: two");
        }
    }
}
