package jim.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;
import org.junit.jupiter.api.Test;

/** Each function of lesson 3 alone: no socket, only bytes in and bytes out. */
final class PresenceFunctionsTest {
    private final JimCodec codec =
            new JimCodec(JimCodec.MAX_TEXT, Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC));
    private final PresenceClient client = new PresenceClient(codec);
    private final PresenceServer server = new PresenceServer(codec);
    private final OneWrite out = new OneWrite();

    @Test
    void theClientFormsAPresence() throws JimFault {
        assertThat(client.formPresence("ann")).isEqualTo(new Presence("ann", "here", null));
    }

    @Test
    void theClientRefusesANameThatNoServerTakes() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> client.formPresence("admin"))
                .withMessage("'admin' cannot be a name: expected a name that is not reserved for the server");
    }

    @Test
    void theClientSendsAMessageInOneWrite() throws IOException {
        client.sendMessage(out, new Presence("ann"));
        assertThat(out.sent())
                .isEqualTo("{\"action\":\"presence\",\"time\":1.000,\"type\":\"status\","
                        + "\"user\":{\"account_name\":\"ann\"}}\n");
    }

    @Test
    void theClientReceivesOneAnswer() throws Exception {
        assertThat(client.receiveAnswer(reader("{} "))).isEqualTo(Frame.of("{}"));
    }

    @Test
    void theClientIsToldWhenTheServerHangsUp() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> client.receiveAnswer(reader("")))
                .withMessage("the server hung up without an answer");
    }

    @Test
    void theClientParsesAnAnswer() throws JimFault {
        assertThat(client.parseAnswer(Frame.of("{\"response\":200,\"alert\":\"hi\"}")))
                .isEqualTo(new Response(200, "hi", Map.of()));
    }

    @Test
    void theClientTakesNoMessageForAnAnswer() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> client.parseAnswer(Frame.of("{\"action\":\"probe\"}")))
                .withMessage("expected an answer with 'response', got a message");
    }

    @Test
    void theServerReceivesOneMessageAfterTheOther() throws Exception {
        FrameReader in = reader("{} {\"x\":1}");
        assertThat(server.receiveMessage(in)).isEqualTo(Frame.of("{}"));
        assertThat(server.receiveMessage(in)).isEqualTo(Frame.of("{\"x\":1}"));
        assertThat(server.receiveMessage(in)).isNull();
    }

    @Test
    void theServerAnswersAPresenceWith200() throws JimFault {
        Frame presence = Frame.of("{\"action\":\"presence\",\"user\":{\"account_name\":\"ann\"},\"id\":7}");
        Response answer = server.formAnswer(presence);
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("welcome, ann");
        assertThat(answer.more()).containsOnlyKeys("id");
    }

    @Test
    void theServerAnswersAnyOtherActionWith400() throws JimFault {
        assertThat(server.formAnswer(Frame.of("{\"action\":\"quit\"}")))
                .isEqualTo(Response.of(Status.BAD_REQUEST, "this server knows 'presence' only, not 'quit'"));
    }

    @Test
    void theServerAnswersAFaultInTheContentWith400() throws JimFault {
        assertThat(server.formAnswer(Frame.of("{}")))
                .isEqualTo(Response.of(Status.BAD_REQUEST, "field 'action': missing, expected a text"));
    }

    @Test
    void theServerLeavesAFaultThatClosesToItsCaller() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> server.formAnswer(Frame.of("{'x':1}")))
                .matches(JimFault::closes);
    }

    @Test
    void oneBadAnswerLeavesNoTraceInTheNext() throws JimFault {
        Response first = server.formAnswer(Frame.of("{\"action\":\"quit\",\"id\":1}"));
        Response second = server.formAnswer(Frame.of("{\"action\":\"quit\"}"));
        assertThat(first.more()).containsOnlyKeys("id");
        assertThat(second.more()).isEmpty();
    }

    @Test
    void theServerSendsAnAnswerInOneWrite() throws IOException {
        server.sendAnswer(out, Response.of(Status.OK, "hi"));
        assertThat(out.sent()).isEqualTo("{\"response\":200,\"time\":1.000,\"alert\":\"hi\"}\n");
    }

    private static FrameReader reader(String text) {
        return new FrameReader(new ByteArrayInputStream(text.getBytes(UTF_8)), new JsonFraming());
    }
}
