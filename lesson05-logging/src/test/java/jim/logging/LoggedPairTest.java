package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jim.presence.ClientExchange;
import jim.presence.PresenceClient;
import jim.presence.PresenceServer;
import jim.presence.ServerLoop;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LoggedPairTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final InetSocketAddress ANY_FREE_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path directory;

    private LogFile serverLog;
    private LogFile clientLog;
    private ServerLoop loop;
    private InetSocketAddress address;
    private Thread serving;

    @BeforeEach
    void start() throws IOException {
        serverLog = ServerLogConfig.open(directory);
        clientLog = ClientLogConfig.open(directory);
        Logger log = serverLog.logger();
        loop = new ServerLoop(
                new LoggedServerFunctions(new PresenceServer(new JimCodec()), log), new LogJournal(log), PATIENCE);
        address = loop.listen(ANY_FREE_PORT);
        serving = new Thread(loop::run, "serving");
        serving.start();
    }

    @AfterEach
    void stop() throws Exception {
        finish();
    }

    @Test
    void eachServedFunctionIsOneLine() throws Exception {
        greet();
        assertThat(finishedLines("server.log"))
                .anySatisfy(line -> assertThat(line).matches(".* INFO server client /127\\.0\\.0\\.1:\\d+ connected"))
                .anySatisfy(
                        line -> assertThat(line).matches(".* INFO server receiveMessage\\(\\) -> Frame\\[\\d+ bytes]"))
                .anySatisfy(line -> assertThat(line)
                        .matches(".* INFO server formAnswer\\(Frame\\[\\d+ bytes]\\) -> Response\\[code=200, .*"))
                .anySatisfy(line -> assertThat(line).contains(" INFO server sendAnswer(Response[code=200, "));
    }

    @Test
    void eachFunctionOfTheClientIsOneLine() throws Exception {
        greet();
        assertThat(finishedLines("client.log"))
                .extracting(line -> line.replaceAll("^.{23} INFO client (\\w+).*", "$1"))
                .containsExactly("formPresence", "connected", "sendMessage", "receiveAnswer", "parseAnswer");
    }

    @Test
    void aCaughtExceptionIsLoggedAndTheServerLivesOn() throws Exception {
        try (Socket rude = new Socket(address.getAddress(), address.getPort())) {
            OutputStream out = rude.getOutputStream();
            out.write("no json\n".getBytes(StandardCharsets.UTF_8));
            assertThat(rude.getInputStream().readAllBytes()).isNotEmpty();
        }
        greet();
        assertThat(finishedLines("server.log"))
                .anySatisfy(line -> assertThat(line)
                        .matches(".* WARN server client .* does not speak JIM: jim.protocol.JimFault: .*"))
                .anySatisfy(line -> assertThat(line).contains("-> Response[code=200"));
    }

    @Test
    void aFaultPassesThroughTheWrapper() {
        LoggedClientFunctions client =
                new LoggedClientFunctions(new PresenceClient(new JimCodec()), clientLog.logger());
        assertThatThrownBy(() -> client.formPresence("no name"))
                .isInstanceOf(JimFault.class)
                .hasMessageContaining("'no name' cannot be a name");
    }

    private void greet() throws IOException, JimFault {
        Logger log = clientLog.logger();
        LoggedClientFunctions client = new LoggedClientFunctions(new PresenceClient(new JimCodec()), log);
        Presence ann = client.formPresence("ann");
        assertThat(new ClientExchange(client, new LogJournal(log), PATIENCE)
                        .greet(address, ann)
                        .code())
                .isEqualTo(200);
    }

    /** The lines of a log that is complete: the server has stopped and both logs are closed. */
    private List<String> finishedLines(String name) throws Exception {
        finish();
        return Files.readAllLines(directory.resolve("log").resolve(name));
    }

    private void finish() throws Exception {
        loop.close();
        serving.join(PATIENCE.toMillis());
        serverLog.close();
        clientLog.close();
    }
}
