package jim.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import jim.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class TelemetryMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "--sid=a ! say what to be: dist/lesson 08 --type=server, source or listener",
                "--type=servr ! there is no type 'servr', did you mean 'server'? There are: server, source, listener.",
                "--type=source ! the id of the source is missing: choose 1 to 8 Latin letters, digits and signs, such as --sid=abc",
                "--type=source --sid=ninechars ! 'ninechars' cannot be the id of a source: choose 1 to 8 Latin letters, digits and signs, such as --sid=abc",
                "--type=source --sid=кот ! 'кот' cannot be the id of a source: choose 1 to 8 Latin letters, digits and signs, such as --sid=abc",
                "--type=source --sid=a --status=4 ! there is no status '4'. There are: 1 IDLE, 2 ACTIVE, 3 RECHARGE.",
                "--type=source --sid=a --status=activ ! there is no status 'activ', did you mean 'ACTIVE'? There are: 1 IDLE, 2 ACTIVE, 3 RECHARGE.",
                "--type=source --sid=a --port=0 ! --port must be a number from 1 to 65535, not '0'.",
                "--type=listener --port=8888,8889 ! --port must be a number from 1 to 65535, not '8888,8889'.",
                "--type=server --port=8888 ! a server needs two ports, one for sources and another for listeners: --port=8888,8889",
                "--type=server --port=8888,8888 ! a server needs two ports, one for sources and another for listeners: --port=8888,8889",
                "--type=server --port=8888,y ! --port must be a number from 0 to 65535, not 'y'."
            })
    void whatIsNotUnderstoodGetsASentence(String line, String sentence) {
        assertThat(run("", line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).isEqualTo(sentence + "\n");
    }

    @Test
    void withoutAnOptionItExplainsItself() {
        assertThat(TelemetryMain.run(new String[0], InputStream.nullInputStream(), print(out), print(err)))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("Usage: dist/lesson 08");
    }

    @Test
    void aTakenPortStopsTheServerWithOneThatMayBeFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThat(run("", "--type=server", "--port=0," + port)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString(UTF_8))
                    .contains("port " + port + " is taken")
                    .contains("dist/lesson 08 --type=server --port=0," + (port + 1));
        }
    }

    @Test
    void aSourceAnswersEachLineWithOneLine() throws Exception {
        try (RunningServer server = new RunningServer(10);
                Peer listener = server.listener()) {
            String typed = """
                    status
                    3
                    send
                    temp=36 hum=70000
                    send

                    status 2
                    send a=4294967295
                    exit
                    never read
                    """;
            assertThat(run(typed, "--type", "source", "--sid", "me", "--port", "" + server.sourcePort()))
                    .isEqualTo(ExitCode.OK);
            assertThat(out.toString(UTF_8)).isEqualTo("""
                    1 IDLE, 2 ACTIVE, 3 RECHARGE
                    status 3 RECHARGE
                    NAME=VALUE... or an empty line
                    ok 0
                    NAME=VALUE... or an empty line
                    ok 1
                    status 2 ACTIVE
                    ok 2
                    bye
                    """);
            assertThat(listener.awaitText("295\n"))
                    .isEqualTo("[me] hum | 70000\r\ntemp | 36\n[me] \n[me] a | 4294967295\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "sned ! there is no command 'sned', did you mean 'send'?",
                "dance ! there is no command 'dance', try: help",
                "help ! status [CODE]: what the source does; send [NAME=VALUE]...: a report; quit: the end",
                "\"\" ! status [CODE]: what the source does; send [NAME=VALUE]...: a report; quit: the end",
                "status 0 ! there is no status '0'. There are: 1 IDLE, 2 ACTIVE, 3 RECHARGE.",
                "send hum ! 'hum' has no '=': write fields like this: hum=70000 temp=36",
                "send hum=4294967296 ! the value in 'hum=4294967296' is no number from 0 to 4294967295: write fields like this: hum=70000 temp=36",
                "send hum=99999999999999999999 ! the value in 'hum=99999999999999999999' is no number from 0 to 4294967295: write fields like this: hum=70000 temp=36",
                "send hum=-1 ! the value in 'hum=-1' is no number from 0 to 4294967295: write fields like this: hum=70000 temp=36",
                "send humidity1=1 ! 'humidity1' cannot be a name of 1 to 8 Latin letters, digits and signs: write fields like this: hum=70000 temp=36",
                "send =1 ! '' cannot be a name of 1 to 8 Latin letters, digits and signs: write fields like this: hum=70000 temp=36",
                "send a=1 a=2 ! 'a' is there twice: a report has one value for each name."
            })
    void whatIsTypedWrongSendsNothing(String typed, String sentence) {
        try (RunningServer server = new RunningServer(10)) {
            run(typed + "\nsend\n\n", "--type=source", "--sid=me", "--port=" + server.sourcePort());
            assertThat(out.toString(UTF_8)).isEqualTo(sentence + "\nNAME=VALUE... or an empty line\nok 0\n");
        }
    }

    @Test
    void moreThan255FieldsAreNoReport() {
        try (RunningServer server = new RunningServer(10)) {
            StringBuilder line = new StringBuilder("send");
            for (int i = 0; i < 256; i++) {
                line.append(" n").append(i).append('=').append(i);
            }
            run(line.toString(), "--type=source", "--sid=me", "--port=" + server.sourcePort());
            assertThat(out.toString(UTF_8)).isEqualTo("a report has at most 255 fields, not 256.\n");
        }
    }

    @Test
    void withoutAServerThereIsNoSource() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        assertThat(run("", "--type=source", "--sid=me", "--port=" + nobody)).isEqualTo(ExitCode.NO_SERVER);
        assertThat(err.toString(UTF_8)).startsWith("no server answers at localhost:" + nobody);
    }

    @Test
    void aSourceShowsARefusal() throws Exception {
        assertThat(sendTo("12 0000 12")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).endsWith("refused\n");
    }

    @Test
    void aSourceTakesNoOtherAnswer() throws Exception {
        assertThat(sendTo("11 0001 10")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(err.toString(UTF_8)).contains("it answers something else than a server for sources would");
    }

    @Test
    void aSourceSaysThatItsServerHasGone() throws Exception {
        assertThat(sendTo("")).isEqualTo(ExitCode.NO_SERVER);
        assertThat(err.toString(UTF_8)).contains("is gone: it hung up.");
    }

    @Test
    void aListenerPrintsWhatComesUntilTheServerEnds() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = serve(door, "No sources yet\n[abc] hum | 1\r\nte\u001bmp | 2\n");
            assertThat(run("", "--type=listener", "--port=" + door.getLocalPort()))
                    .isEqualTo(ExitCode.NO_SERVER);
            server.get();
        }
        assertThat(out.toString(UTF_8)).isEqualTo("No sources yet\n[abc] hum | 1\nte\\u001bmp | 2\n");
        assertThat(err.toString(UTF_8)).contains("is gone: it hung up.");
    }

    @Test
    void aListenerIsDoneWhenNobodyReadsWhatItPrints() throws Exception {
        PrintStream closed = print(out);
        closed.close();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = serve(door, "No sources yet\n[abc] \n");
            String[] line = {"--type=listener", "--port=" + door.getLocalPort()};
            assertThat(TelemetryMain.run(line, InputStream.nullInputStream(), closed, print(err)))
                    .isEqualTo(ExitCode.OK);
            server.get();
        }
    }

    /** A report without fields, sent to a server that answers with the bytes of {@code digits} and hangs up. */
    private ExitCode sendTo(String digits) throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = serve(door, new String(Wire.hex(digits), ISO_8859_1));
            ExitCode code = run("send\n\n", "--type=source", "--sid=abc", "--port=" + door.getLocalPort());
            server.get();
            return code;
        }
    }

    /** Says {@code text} to the next client, hears it out, and hangs up. */
    private static CompletableFuture<Void> serve(ServerSocket door, String text) {
        return CompletableFuture.runAsync(() -> {
            try (Socket client = door.accept()) {
                client.getOutputStream().write(text.getBytes(ISO_8859_1));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private ExitCode run(String typed, String... line) {
        InputStream in = new ByteArrayInputStream(typed.getBytes(UTF_8));
        return TelemetryMain.run(line, in, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
