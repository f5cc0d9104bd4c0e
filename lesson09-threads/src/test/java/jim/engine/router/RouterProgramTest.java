package jim.engine.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import jim.cli.ExitCode;
import jim.engine.ThreadedEngine;
import org.junit.jupiter.api.Test;

/** The router's command line. */
final class RouterProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theHelpNamesEveryOption() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("Forwards JIM messages").contains("--port", "--addr", "try -p 7778");
    }

    @Test
    void aMistypedOptionLeadsToTheNearOne() {
        assertThat(run("--prot", "7777")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("did you mean '--port'?");
    }

    @Test
    void aPortThatIsTakenEndsTheStartWithASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("-p", port)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString(UTF_8)).startsWith("port " + port + " is taken");
        }
    }

    private ExitCode run(String... line) {
        return new RouterProgram("try", ThreadedEngine::new).run(line, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
