package jim.messenger.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jim.chat.Letter;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Tracking;
import jim.protocol.JimMessage.Who;
import jim.protocol.Response;
import jim.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JIM itself, as a dialect: every request is answered, and only a quit ends the connection. */
final class JimDialectTest {
    private final JimCodec codec = new JimCodec();
    private final Dialect dialect = new JimDialect(codec);

    static JimMessage[] messages() {
        return new JimMessage[] {
            new Presence("ann"), new Msg("bob", "ann", "hi"), new Join("#team"), new Who(null), new Quit()
        };
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyAnswerIsTold(JimMessage message) {
        for (Status status : Status.values()) {
            Response answer = Response.of(status, "so it is").with(Map.of("id", 7));
            assertThat(dialect.told(message, answer)).contains(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void onlyAQuitEndsTheConnection(JimMessage message) {
        for (Status status : Status.values()) {
            assertThat(dialect.ends(message, Response.of(status, "so it is"))).isEqualTo(message instanceof Quit);
        }
    }

    @Test
    void aMessageComesAsItWasSent() throws JimFault {
        Msg msg = new Msg("#team", "ann", "привет 👋", "utf-8", Instant.ofEpochMilli(1_763_721_491_123L));
        assertThat(dialect.messages(msg, null, "bob")).containsExactly(codec.encode(msg));
        assertThat(codec.fromServer(codec.encode(msg))).isEqualTo(msg);
    }

    @Test
    void whatARoomGetsIsTheSameForAllButForWhatTellsItFromOthers() {
        for (Msg msg : List.of(
                new Msg("#team", "ann", "hi", null, Instant.ofEpochMilli(1_500)),
                new Msg("#team", "ann", "hi", null, Instant.ofEpochMilli(2_500)),
                new Msg("#team", "bob", "hi", null, Instant.ofEpochMilli(2_500)),
                new Msg("#team", "bob", "привет \"all\"", null, Instant.ofEpochMilli(2_500)),
                new Msg("#tea", "bob", "привет \"all\"", null, Instant.ofEpochMilli(2_500)))) {
            for (Letter letter : new Letter[] {
                null, new Letter(7, 0xa1, null), new Letter(8, 0xa1, null), null, new Letter(9, 0xa2, null)
            }) {
                assertThat(dialect.messages(msg, letter, "bob")).containsExactly(codec.encode(tracked(msg, letter)));
            }
        }
    }

    @Test
    void aMessageForOnePersonIsToldFromOthersToo() {
        Msg msg = new Msg("bob", "ann", "hi", null, Instant.ofEpochMilli(1_500));
        Letter letter = new Letter(7, 0, null);
        assertThat(dialect.messages(msg, letter, "bob")).containsExactly(codec.encode(tracked(msg, letter)));
    }

    private static Msg tracked(Msg msg, Letter letter) {
        return letter == null ? msg : msg.with(new Tracking(null, Long.toHexString(letter.id()), letter.seq()));
    }
}
