package jim.decorators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jim.logging.LogJournal;
import jim.presence.ClientExchange;
import jim.presence.ClientFunctions;
import jim.presence.Journal;
import jim.presence.PresenceClient;
import jim.presence.PresenceServer;
import jim.presence.ServerFunctions;
import jim.presence.ServerLoop;
import jim.protocol.JimCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DecoratedPairTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void eachFunctionOfThePairIsLoggedOnceWithItsCaller() throws Exception {
        try (Recorded server = new Recorded(directory.resolve("server"));
                Recorded client = new Recorded(directory.resolve("client"))) {
            ServerFunctions serving = LoggingProxy.ofEveryMethod(
                    ServerFunctions.class, new PresenceServer(new JimCodec()), server.logger());
            ClientFunctions greeting = LoggingProxy.ofEveryMethod(
                    ClientFunctions.class, new PresenceClient(new JimCodec()), client.logger());
            serveOne(new ServerLoop(serving, new LogJournal(server.logger()), PATIENCE), greeting);

            assertThat(server.messages())
                    .extracting(line -> line.replaceFirst("\\(.* called from (\\w+).*", " from $1"))
                    .filteredOn(line -> !line.startsWith("client "))
                    .containsExactly(
                            "receiveMessage from serve",
                            "formAnswer from serve",
                            "sendAnswer from serve",
                            "receiveMessage from serve");
            assertThat(client.messages())
                    .extracting(line -> line.replaceFirst("\\(.* called from (\\w+).*", " from $1"))
                    .containsExactly(
                            "formPresence from serveOne",
                            "sendMessage from greet",
                            "receiveAnswer from greet",
                            "parseAnswer from greet");
        }
    }

    private static void serveOne(ServerLoop loop, ClientFunctions client) throws Exception {
        InetSocketAddress address = loop.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread serving = new Thread(loop::run, "serving");
        serving.start();
        ClientExchange exchange = new ClientExchange(client, Journal.SILENT, PATIENCE);
        assertThat(exchange.greet(address, client.formPresence("ann")).code()).isEqualTo(200);
        loop.close();
        serving.join(PATIENCE.toMillis());
        assertThat(serving.isAlive()).isFalse();
    }
}
