package jim.messenger.server;

import static jim.testkit.WireExample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jim.messenger.server.AckAction.Ack;
import jim.messenger.server.HistoryAction.History;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the messenger's own actions stand on the wire (protocol, sections 2 and 5). */
class MoreActionsTest {
    private final JimCodec codec = MoreActions.ALL.addedTo(new JimCodec());

    static List<JimMessage> messages() {
        return List.of(
                new Ack(0),
                new Ack(Long.MAX_VALUE),
                new History("bob", null, null, null, null),
                new History(null, "#java", "m1", null, 1),
                new History("bob", null, null, "m".repeat(64), Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsWrittenIsReadBackTheSame(JimMessage message) throws JimFault {
        assertThat(codec.request(codec.encode(message)).message()).isEqualTo(message);
    }

    @Test
    void theirFieldsAreThoseOfTheProtocol() throws JimFault {
        assertThat(codec.request(json("{'action':'ack','seq':7}")).message()).isEqualTo(new Ack(7));
        assertThat(codec.request(json("{'action':'history','with':'bob','before':'b','limit':3}"))
                        .message())
                .isEqualTo(new History("bob", null, "b", null, 3));
        assertThat(codec.request(json("{'action':'history','room':'#java','after':'a'}"))
                        .message())
                .isEqualTo(new History(null, "#java", null, "a", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'action':'ack'}                                       | 'seq': missing, expected a whole number from 0",
                "{'action':'ack','seq':-1}                              | got '-1'",
                "{'action':'history'}                                   | exactly one of the fields 'with' and 'room'",
                "{'action':'history','with':'bob','room':'#java'}       | exactly one of the fields 'with' and 'room'",
                "{'action':'history','with':'b','before':'1','after':'2'} | at most one of the fields 'before' and 'after'",
                "{'action':'history','with':'bob','limit':0}            | 'limit': expected a whole number from 1",
                "{'action':'history','with':'bob','limit':2147483648}   | got '2147483648'"
            })
    void whatIsWrongIsSaid(String wire, String says) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> codec.request(json(wire)))
                .withMessageContaining(says)
                .matches(fault -> !fault.closes());
    }

    @Test
    void anIdIsNotLongerThanTheServersOwn() {
        String wire = "{'action':'history','with':'bob','before':'" + "m".repeat(65) + "'}";
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> codec.request(json(wire)))
                .withMessage("field 'before': expected at most 64 characters, got 65");
    }
}
