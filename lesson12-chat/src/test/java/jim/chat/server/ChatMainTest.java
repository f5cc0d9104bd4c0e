package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import jim.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line, as far as it does not lead to a server. */
final class ChatMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theHelpNamesEveryOptionAndTheUsualPorts() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .startsWith("A chat for")
                .contains("--engine", "--port", "--web", "--addr", "8080", "threads 10000, selector 8000, netty 1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--engine treads|did you mean 'threads'?",
                "--engine al|did you mean 'all'?",
                "--engine tornado|there is no engine 'tornado'.",
                "--engine tornado|There are: threads, selector, netty, all",
                "--prot 1|did you mean '--port'?",
                "--engine|needs a value",
                "--port x|must be a number from 0 to 65535, not 'x'",
                "--web x|must be a number from 0 to 65535, not 'x'",
                "--engine all --port 7777|--engine all --port 10000,8000,1234",
                "--engine netty --port 1,2|--engine netty --port 1234",
                "hello|one argument too many",
            })
    void whatIsNotUnderstoodIsSaidInASentence(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains(sentence);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPortThatIsTakenEndsTheStart(EngineKind kind) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThat(run("--engine", kind.word(), "--port", "" + port)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString(UTF_8))
                    .startsWith("port " + port + " is taken")
                    .contains("dist/lesson 12 --engine " + kind.word() + " --port " + (port + 1));
        }
    }

    @Test
    void aWebPortThatIsTakenEndsTheStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThat(run("--port", "0", "--web", "" + port)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString(UTF_8))
                    .contains("port " + port + " is taken", "dist/lesson 12 --web " + (port + 1));
        }
    }

    @Test
    void whenOneOfAllCannotListenTheOthersStopToo() throws IOException {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0)) {
            int last = taken.getLocalPort();
            assertThat(run("--engine", "all", "--port", free + ",0," + last)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString(UTF_8)).contains("--engine all --port " + free + ",0," + (last + 1));
        }
        try (ServerSocket again = new ServerSocket(free)) {
            assertThat(again.getLocalPort()).isEqualTo(free);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private ExitCode run(String... line) {
        return ChatMain.run(line, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
