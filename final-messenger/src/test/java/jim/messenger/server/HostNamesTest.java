package jim.messenger.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.logging.LogFile;
import jim.messenger.store.MemoryStore;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names by which browsers may call the server. */
@Timeout(30)
final class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "chat.example.org,200",
        "chat.example.org:8080,200",
        "CHAT.example.org,200",
        "localhost,200",
        "example.org,421",
        "chat.example.org.evil.example,421"
    })
    void theServerListensToTheNamesThatItWasGivenAlone(String host, String status) throws Exception {
        MessengerServer server =
                new MessengerServer(LogFile.none(), MessengerOptions.USUAL, new MemoryStore(InstantSource.system()));
        try (server) {
            InetSocketAddress web = server.startWeb(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Set.of("chat.example.org"));
            assertThat(answer(web, host)).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    private static String answer(InetSocketAddress web, String host) throws IOException {
        try (Socket browser = new Socket(web.getAddress(), web.getPort())) {
            browser.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
            browser.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(US_ASCII));
            return new String(browser.getInputStream().readNBytes(16), US_ASCII);
        }
    }

    @Test
    void aCommandLineMayHaveSeveral() throws Stop {
        assertThat(hosts("chat.example.org,Chat")).containsExactlyInAnyOrder("chat.example.org", "chat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.example.org", "chat.example.org:8080", "a,,b", "a, b", ".a"})
    void whatIsNoNameIsRefusedWithASentence(String wrong) {
        Stop stop = catchThrowableOfType(Stop.class, () -> hosts(wrong));
        assertThat(stop.code()).isEqualTo(ExitCode.USAGE);
        assertThat(stop)
                .hasMessageStartingWith("--host must be a name such as chat.example.org, without a port, not '");
    }

    private static Set<String> hosts(String names) throws Stop {
        return ServerMain.hosts(ServerMain.USAGE.parse(new String[] {"--host", names}));
    }
}
