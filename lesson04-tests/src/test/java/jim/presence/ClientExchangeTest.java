package jim.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;

/** Lesson 3's client against servers of every kind. */
final class ClientExchangeTest {
    private static final Frame WELCOME = Frame.of("{\"response\":200,\"alert\":\"добро пожаловать\"}");

    private final JimCodec codec = new JimCodec();
    private final Notes notes = new Notes();

    @Test
    void theServerHearsAPresenceAndItsAnswerIsReturned() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            assertThat(client.awaitFrame().length()).isGreaterThan(50);
            client.send(WELCOME).awaitEnd();
        })) {
            assertThat(greet(server.address())).isEqualTo(new Response(200, "добро пожаловать", Map.of()));
            notes.await("connected to localhost/127.0.0.1:" + server.address().getPort());
        }
    }

    @Test
    void anAnswerThatComesByteByByteIsOneAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.awaitFrame();
            client.send(Pieces.oneByOne(WELCOME.toByteArray()));
        })) {
            assertThat(greet(server.address()).code()).isEqualTo(200);
        }
    }

    @Test
    void aBadAnswerIsAnAnswer() throws Exception {
        try (ScriptedServer server = saying("{'response':409,'error':'taken'}")) {
            assertThat(greet(server.address()).code()).isEqualTo(409);
        }
    }

    @Test
    void aServerThatHangsUpIsAnError() throws Exception {
        try (ScriptedServer server = saying("")) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> greet(server.address()))
                    .withMessage("the server hung up without an answer");
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsAnError() throws Exception {
        try (ScriptedServer server = saying("{'response':2")) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> greet(server.address()))
                    .withMessageContaining("in the middle of a message");
        }
    }

    @Test
    void aServerOfAnotherProtocolIsAFault() throws Exception {
        try (ScriptedServer server = saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThatExceptionOfType(JimFault.class).isThrownBy(() -> greet(server.address()));
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.awaitFrame();
            client.awaitEnd();
        })) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> greet(server.address(), Duration.ofMillis(50)));
        }
    }

    @Test
    void noServerIsAnError() throws Exception {
        InetSocketAddress nobody;
        try (ScriptedServer server = saying("")) {
            nobody = server.address();
            ScriptedPeer.connect(nobody).send("{}").awaitEnd();
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> greet(nobody));
    }

    private static ScriptedServer saying(String text) throws IOException {
        return ScriptedServer.playing(client -> {
            client.awaitFrame();
            client.send(text);
        });
    }

    private Response greet(InetSocketAddress address) throws IOException, JimFault {
        return greet(address, ScriptedPeer.PATIENCE);
    }

    private Response greet(InetSocketAddress address, Duration patience) throws IOException, JimFault {
        return new ClientExchange(new PresenceClient(codec), notes, patience).greet(address, new Presence("ann"));
    }
}
