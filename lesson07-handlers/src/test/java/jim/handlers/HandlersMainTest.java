package jim.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jim.cli.ExitCode;
import jim.cli.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lesson's two programs by their command lines. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HandlersMainTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theServerListensWhereItIsToldAndAnswersTheClient() throws IOException {
        String port = startedServer("--log-calls");
        assertThat(run("client", "127.0.0.1", port, "10000")).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).isEqualTo("{\"code\":0}\n");
        out.reset();
        assertThat(run("client", "127.0.0.1", port, "10001", "{\"x\":\"a\u202eb\"}"))
                .isEqualTo(ExitCode.OK);
        assertThat(shown(out)).isEqualTo("{\"code\":0,\"params\":{\"x\":\"a\\u202eb\"}}\n");
        assertThat(directory.resolve("handlers.log"))
                .content()
                .contains("INFO handlers.10000 handle(Request[10000 from 127.0.0.1:");
    }

    @Test
    void theTimeOfHandlersIsAnOption() throws IOException {
        String port = startedServer("--timeout", "1");
        assertThat(run("client", "127.0.0.1", port, "10002", "{\"ms\":60000}")).isEqualTo(ExitCode.REFUSED);
        assertThat(shown(err))
                .isEqualTo("The server refused: command 10002 took longer than 1000 ms, and was stopped.\n");
    }

    @Test
    void aRequestThatIsRefusedIsExitCode4() throws IOException {
        try (LiveServer server = LiveServer.with(new TestHandler())) {
            assertThat(run("client", "127.0.0.1", port(server.address()), "7")).isEqualTo(ExitCode.REFUSED);
        }
        assertThat(shown(out)).isEqualTo("{\"code\":404,\"error\":\"unknown command 7, there are 10000\"}\n");
        assertThat(shown(err)).isEqualTo("The server refused: unknown command 7, there are 10000.\n");
    }

    @Test
    void noServerIsExitCode3AndSaysHowToStartOne() throws IOException {
        String port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = String.valueOf(free.getLocalPort());
        }
        assertThat(run("client", "127.0.0.1", port, "10000")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err))
                .startsWith("no server answers at 127.0.0.1:" + port)
                .endsWith("\nStart one: dist/lesson 07 server -p " + port + "\n");
    }

    @Test
    void anUnknownComputerIsExitCode3() {
        assertThat(run("client", "no.such.host.invalid", "8889", "10000")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err)).startsWith("there is no computer named 'no.such.host.invalid'");
    }

    @Test
    void aServerThatDoesNotAnswerIsExitCode3AndTheRequestMayHaveBeenDone() throws IOException {
        try (ServerByTurns server = new ServerByTurns(ServerByTurns.HANG_UP)) {
            assertThat(run("client", "127.0.0.1", port(server.address()), "10000"))
                    .isEqualTo(ExitCode.NO_SERVER);
        }
        assertThat(shown(err))
                .startsWith("the request was sent, and may have been done: the server closed the connection.\n")
                .endsWith("Is the server very busy?\n");
    }

    @Test
    void aTakenPortIsExitCode7() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("server", "-p", port, "--logs", logSettings())).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(shown(err)).startsWith("port " + port + " is taken: ").contains("dist/lesson 07 server -p ");
        }
    }

    @Test
    void settingsThatAreWrongAreExitCode2AndNameTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.properties"), "logger.levle = INFO");
        assertThat(run("server", "-p", "0", "--logs", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).isEqualTo(file + ": there is no setting 'logger.levle', did you mean 'logger.level'?\n");
    }

    static final class SecondTest {
        @Handles("10000")
        Answer alsoTest(Request request) {
            return Answer.ok();
        }
    }

    @Test
    void twoHandlersForOneCommandAreASentenceThatNamesBothAndExitCode1() {
        assertThatThrownBy(() -> HandlersMain.table(new TestHandler(), new SecondTest()))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.BUG))
                .hasMessage("two handlers for '10000': jim.handlers.TestHandler and"
                        + " jim.handlers.HandlersMainTest$SecondTest.alsoTest(Request).\n"
                        + "Mend the mark that is wrong, and build again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client | expected where the server is and what to ask: dist/lesson 07 client localhost 8889 10000",
                "client localhost 8889 | expected where the server is and what to ask",
                "client localhost http 1 | PORT must be a number from 1 to 65535, not 'http'.",
                "client localhost 1 ten | CMDID must be a whole number, such as 10000, not 'ten'.",
                "client localhost 1 10 [] | PARAMS must be one JSON object, such as '{\"content\":\"hi\"}': expected",
                "client localhost 1 10 {} x | 'x' is one argument too many.",
                "client localhost 1 10 -t 0 | --timeout must be a number from 1 to 3600, not '0'.",
                "server -p 65536 | --port must be a number from 0 to 65535, not '65536'.",
                "server --timeout x | --timeout must be a number from 1 to 3600, not 'x'.",
                "server --logs no.such.file | there is no file 'no.such.file': check the path behind --logs.",
                "server --log-cals | unknown option '--log-cals', did you mean '--log-calls'?",
                "sever | there is no program 'sever', did you mean 'server'?"
            })
    void aLineThatIsNotUnderstoodIsExitCode2(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--help        | dist/lesson 07 client --help",
                "server --help | 10000 test, 10001 echo, 10002 sleep, 10003 fail",
                "server --help | -t, --timeout SECONDS",
                "server --help | lesson07-handlers/README.md",
                "client --help | Usage: dist/lesson 07 client ADDR PORT CMDID [PARAMS] [OPTION]...",
                "client --help | dist/lesson 07 client localhost 8889 10001 '{\"content\":\"Hello world!\"}'"
            })
    void helpNamesTheOptionsAndShowsExamples(String line, String text) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).contains(text);
    }

    /** The port of a server that runs until the tests end, as a program does. */
    private String startedServer(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("server", "-p", "0", "-a", "127.0.0.1", "--logs", logSettings()));
        line.addAll(List.of(options));
        assertThat(run(line.toArray(String[]::new))).isEqualTo(ExitCode.OK);
        String port = shown(out).replaceAll("\\D+(\\d+).*\n", "$1");
        out.reset();
        return port;
    }

    private String logSettings() throws IOException {
        return Files.writeString(
                        directory.resolve("log.properties"), "logger.path = " + directory.resolve("handlers.log"))
                .toString();
    }

    private ExitCode run(String... line) {
        return HandlersMain.run(line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static String port(InetSocketAddress address) {
        return String.valueOf(address.getPort());
    }

    private static String shown(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
