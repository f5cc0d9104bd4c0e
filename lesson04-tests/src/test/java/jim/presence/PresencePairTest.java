package jim.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import jim.cli.ExitCode;
import jim.protocol.JimCodec;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two programs of lesson 3 by their command lines. */
final class PresencePairTest {
    private final Notes notes = new Notes();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theServerListensWhereItIsToldAndServes() throws Exception {
        Thread server = new Thread(() -> run("server", "-p", "0", "-a", "127.0.0.1"), "server");
        server.setDaemon(true);
        server.start();
        String port = notes.await("listening").replaceAll("\\D+(\\d+).*", "$1");
        assertThat(run("client", "127.0.0.1", port, "-n", "ann")).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).isEqualTo("200 welcome, ann\n");
        out.reset();
        assertThat(run("client", "127.0.0.1", port)).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).isEqualTo("200 welcome, guest\n");
    }

    @Test
    void aTakenPortIsExitCode7() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("server", "-p", port)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(shown(err)).startsWith("port " + port + " is taken: ").contains("pair server -p ");
        }
    }

    @Test
    void noServerIsExitCode3AndSaysHowToStartOne() throws Exception {
        String port = freePort();
        assertThat(run("client", "127.0.0.1", port)).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err))
                .startsWith("no server answers at 127.0.0.1:" + port)
                .endsWith("\nStart one: pair server -p " + port + "\n");
        notes.await("no answer: java.net.ConnectException");
    }

    @Test
    void aServerThatRefusesIsExitCode4() throws IOException {
        assertThat(greetServerThatSays("{'response':409,'error':'taken\\n'}")).isEqualTo(ExitCode.REFUSED);
        assertThat(shown(out)).isEqualTo("409 taken\\n\n");
        assertThat(shown(err)).isEqualTo("The server refused.\n");
    }

    @Test
    void aServerOfAnotherProtocolIsExitCode3() throws Exception {
        assertThat(greetServerThatSays("HTTP/1.1 400")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err)).contains("does not speak JIM: expected a JSON object", "Is it the right port?");
        notes.await("no JIM");
    }

    private ExitCode greetServerThatSays(String text) throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.awaitFrame();
            client.send(text);
        })) {
            return run("client", "127.0.0.1", String.valueOf(server.address().getPort()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "client | the server's address is missing: pair client localhost",
                "client localhost http | PORT must be a number from 1 to 65535, not 'http'.",
                "client localhost 1 2 | '2' is one argument too many.",
                "client localhost -n root | 'root' cannot be a name: expected a name that is not reserved for the server.",
                "client localhost --nmae x | unknown option '--nmae', did you mean '--name'?",
                "server -p 65536 | --port must be a number from 0 to 65535, not '65536'.",
                "server -p | option -p needs a value: PORT.",
                "server 7777 | '7777' is one argument too many.",
                "server --adr x | unknown option '--adr', did you mean '--addr'?",
                "srever | there is no program 'srever', did you mean 'server'?"
            })
    void aLineThatIsNotUnderstoodIsExitCode2(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(shown(err)).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--help | Usage: pair server|client",
                "server --help | -p, --port PORT",
                "server --help | (default 7777)",
                "server --help | pair server -p 7778 -a 127.0.0.1",
                "client --help | Usage: pair client ADDR [PORT]",
                "client --help | PORT is 7777",
                "client --help | -n, --name NAME"
            })
    void helpNamesTheOptionsAndShowsExamples(String line, String text) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).contains(text);
    }

    /** No TCP server can have a multicast address, so whoever listens on this computer does not answer in its place. */
    @Test
    void withoutAPortTheClientTries7777() {
        assertThat(run("client", "224.0.0.1")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err))
                .startsWith("no server answers at 224.0.0.1:7777 (")
                .endsWith("\nStart one: pair server -p 7777\n");
    }

    @Test
    void withoutAWordTheParts() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(shown(out)).contains("pair server --help", "pair client --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.host.invalid", "256.256.256.256"})
    void anUnknownComputerIsExitCode3(String address) {
        assertThat(run("client", address)).isEqualTo(ExitCode.NO_SERVER);
        assertThat(shown(err)).startsWith("there is no computer named '" + address + "': check the address.");
    }

    private ExitCode run(String... line) {
        JimCodec codec = new JimCodec();
        return new PresencePair(
                        "pair",
                        () -> new PresencePair.Parts<>(new PresenceClient(codec), notes),
                        () -> new PresencePair.Parts<>(new PresenceServer(codec), notes))
                .run(line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        }
    }

    private static String shown(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
