package jim.bench.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers say, as it stands in their protocols, is heard however it is cut. */
final class SpeechTest {
    private static final String TEXT = new Text(7).letters();

    private final List<String> heard = new ArrayList<>();
    private final Ear ear = new Ear() {
        @Override
        public void accepted() {
            heard.add("accepted");
        }

        @Override
        public void refused(String why) {
            heard.add("refused: " + why);
        }

        @Override
        public void pinged(byte[] answer) {
            heard.add("pinged: " + new String(answer, ISO_8859_1).strip());
        }

        @Override
        public void message(byte[] bytes, int at) {
            heard.add("message " + Text.number(bytes, at) + " of " + Text.sender(bytes, at) + " at "
                    + Text.time(bytes, at));
        }
    };

    /** All at once, and then once more byte for byte. */
    private void assertHeard(Speech speech, String said, String... expected) {
        byte[] bytes = said.getBytes(ISO_8859_1);
        assertThat(speech.hear(bytes, 0, bytes.length, ear)).isEqualTo(bytes.length);
        assertThat(heard).containsExactly(expected);
        heard.clear();
        int begin = 0;
        for (int end = 1; end <= bytes.length; end++) {
            // Nothing that stands behind the end may be looked at.
            begin = speech.hear(Arrays.copyOf(bytes, end), begin, end, ear);
        }
        assertThat(heard).containsExactly(expected);
    }

    private static String stamped(String message, int number, long time) {
        byte[] bytes = message.getBytes(ISO_8859_1);
        Text.stamp(bytes, message.indexOf(Text.MARK), number, time);
        return new String(bytes, ISO_8859_1);
    }

    private static String sent(Speech speech, String to) {
        return new String(speech.draft("ann", to, new Text(7)).bytes(), ISO_8859_1);
    }

    @Test
    void aStampIsReadAsItWasWritten() {
        Draft draft = Speech.JIM.draft("ann", "bob", new Text(0xabcdef));
        draft.stamp(Integer.MAX_VALUE, Long.MAX_VALUE - 10);
        int at = Scan.text(draft.bytes(), 0, draft.bytes().length);

        assertThat(Text.sender(draft.bytes(), at)).isEqualTo(0xabcdef);
        assertThat(Text.number(draft.bytes(), at)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Text.time(draft.bytes(), at)).isEqualTo(Long.MAX_VALUE - 10);
        assertThat(new Text(1).letters()).hasSize(Text.LENGTH);
    }

    @Test
    void jim() {
        assertHeard(
                Speech.JIM,
                "{\"response\":200,\"alert\":\"welcome\"}\n{\"response\":409,\"error\":\"in use\"}\n"
                        + "{\"action\":\"probe\",\"time\":1}\n"
                        + stamped(sent(Speech.JIM, "bob"), 300, 17),
                "accepted",
                "refused: {\"response\":409,\"error\":\"in use\"}",
                "pinged: {\"action\":\"presence\"}",
                "message 300 of 7 at 17");
    }

    @Test
    void nats() {
        assertHeard(
                Speech.NATS,
                "INFO {\"server_id\":\"x\"}\r\nPONG\r\nPING\r\n-ERR 'Slow Consumer'\r\n"
                        + stamped("MSG bob 1 100\r\n" + TEXT + "\r\n", 300, 17) + "MSG bob 1 2\r\nhi\r\n",
                "accepted",
                "pinged: PONG",
                "refused: -ERR 'Slow Consumer'",
                "message 300 of 7 at 17",
                "refused: hi");
        assertThat(sent(Speech.NATS, "bob")).isEqualTo("PUB bob 100\r\n" + TEXT + "\r\n");
    }

    @Test
    void mqtt() {
        String delivered = "0i\u0000\u0003bob" + TEXT;
        assertHeard(
                Speech.MQTT,
                " \u0002\u0000\u0000" + "\u0090\u0003\u0000\u0001\u0000" + stamped(delivered, 300, 17)
                        + stamped("0\u008f\u0001\u0000)" + "x".repeat(41) + TEXT, 301, 18)
                        + "\u0090\u0003\u0000\u0001\u0080" + " \u0002\u0000\u0005",
                "accepted",
                "message 300 of 7 at 17",
                "message 301 of 7 at 18",
                "refused: the subscription",
                "refused: the connection: 5");
        assertThat(sent(Speech.MQTT, "bob")).isEqualTo(delivered);
        assertThat(Speech.MQTT.hello("ann"))
                .isEqualTo(("\u0010\u000f\u0000\u0004MQTT\u0004\u0002\u0000\u0000\u0000\u0003ann"
                                + "\u0082\u0008\u0000\u0001\u0000\u0003ann\u0000")
                        .getBytes(ISO_8859_1));
    }
}
