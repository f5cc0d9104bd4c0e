package jim.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import jim.cli.ExitCode;
import jim.presence.ClientExchange;
import jim.presence.Journal;
import jim.presence.PresenceClient;
import jim.presence.RunningServer;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wrong peers against lesson 3's pair, which does the right thing each time. */
final class WrongPeersProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"drip, 1, 200", "glue, 10, 200", "garbage, 1, 400", "half, 0, 0", "silent, 0, 0"})
    void aWrongClientPrintsWhatTheServerSaid(String kind, int answers, int code) throws IOException {
        try (RunningServer server = new RunningServer(Duration.ofMillis(kind.equals("silent") ? 50 : 10_000))) {
            assertThat(visit(kind, server.address())).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString(UTF_8).lines().filter(line -> line.startsWith("{\"response\":" + code)))
                .hasSize(answers);
        assertThat(out.toString(UTF_8).lines()).hasSize(answers + 1).last().isEqualTo("the server hung up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | the server does not speak JIM: expected a JSON object that begins with '{', got 'h'",
                "{     | the server hung up in the middle of an answer"
            })
    void aWrongClientSaysHowItEnded(String answer, String sentence) throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.awaitFrame();
            client.send(answer);
        })) {
            assertThat(visit("drip", server.address())).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString(UTF_8).lines()).containsExactly(sentence);
    }

    @Test
    void aClientUnderstandsAnAnswerThatDrips() throws Exception {
        assertThat(greet("split", ScriptedPeer.PATIENCE).text()).isEqualTo("welcome, друг");
    }

    @Test
    void aClientGivesUpTheOthers() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> greet("hangup", ScriptedPeer.PATIENCE));
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> greet("garbage", ScriptedPeer.PATIENCE));
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> greet("silent", Duration.ofMillis(50)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "wrong-client drip | a kind and an address are needed: dist/lesson 04 wrong-client drip localhost",
                "wrong-client drop localhost | there is no kind 'drop', did you mean 'drip'? The kinds are: drip, glue, "
                        + "garbage, half, silent",
                "wrong-server | a kind is needed: dist/lesson 04 wrong-server silent",
                "wrong-server nosy | there is no kind 'nosy'. The kinds are: silent, hangup, garbage, split"
            })
    void aLineThatIsNotUnderstoodIsExplained(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8).strip()).isEqualTo(sentence);
    }

    @Test
    void theHelpNamesEveryKind() {
        run("wrong-client", "--help");
        run("wrong-server", "--help");
        assertThat(out.toString(UTF_8))
                .contains(
                        "\n  glue: sends ten presences in one write\n", "\n  hangup: hangs up instead of answering\n");
    }

    @Test
    void noServerAndATakenPortHaveTheirExitCodes() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("wrong-server", "silent", "-p", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(ExitCode.CANNOT_LISTEN);
            port = taken.getLocalPort();
        }
        assertThat(visit("drip", new InetSocketAddress(port))).isEqualTo(ExitCode.NO_SERVER);
    }

    private ExitCode visit(String kind, InetSocketAddress server) {
        return run("wrong-client", kind, "127.0.0.1", String.valueOf(server.getPort()));
    }

    private ExitCode run(String... line) {
        return WrongPeersProgram.run(line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    /** What the client of lesson 3 gets from a wrong server, which serves on until the JVM ends. */
    private static Response greet(String kind, Duration patience) throws IOException, JimFault {
        PipedOutputStream shown = new PipedOutputStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(new PipedInputStream(shown), UTF_8));
        PrintStream out = new PrintStream(shown, true, UTF_8);
        Thread server = new Thread(
                () -> WrongPeersProgram.run(new String[] {"wrong-server", kind, "-p", "0"}, out, out), "wrong server");
        server.setDaemon(true);
        server.start();
        int port = Integer.parseInt(lines.readLine().replaceAll("\\D+(\\d+).*", "$1"));
        return new ClientExchange(new PresenceClient(new JimCodec()), Journal.SILENT, patience)
                .greet(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new Presence("ann"));
    }
}
