package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flat object is read where it stands, all others through a tree: nobody may see which. */
class FlatRequestTest {
    private static final int MUTANTS = 10_000;

    private final JimCodec codec = new JimCodec();

    static Stream<WireExample> wholeTable() {
        return WireExamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("wholeTable")
    void whatIsReadInPlaceIsWhatATreeSays(WireExample example) {
        assertBothSayTheSame(example.wire().toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"quit\",\"action\":\"quit\"}",
                "{\"action\":\"quit\",\"\":1,\"\":2}",
                "{\"action\":\"quit\",\"time\":01}",
                "{\"action\":\"quit\",\"time\":1.}",
                "{\"action\":\"quit\",\"time\":1.5.2}",
                "{\"action\":\"quit\",\"time\":-0}",
                "{\"action\":\"quit\",\"time\":1e5}",
                "{\"action\":\"quit\",\"time\":nul}",
                "{\"action\":\"quit\",\"time\":NaN}",
                "{\"action\":\"quit\",\"id\":1.50}",
                "{\"action\":\"quit\",\"id\":0.000001}",
                "{\"action\":\"quit\",\"id\":12345678901234567890}",
                "{\"action\":\"quit\",\"x\":\"\uFFFD\"}",
                "{\"action\":\"quit\",\"x\":\"\t\"}",
                "{\"action\":\"msg\",\"to\":\"bob\",\"from\":\"ann\",\"message\":\"Привет 🙂\",\"cid\":7}"
            })
    void theEdgesOfTheGrammarAreTheSame(String json) {
        assertBothSayTheSame(Frame.of(json).toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"msg\",\"time\":1700000000.123,\"to\":\"bob\",\"from\":\"ann\",\"message\":\"hi, Bob\"}",
                "{\"action\": \"msg\", \"time\": 0, \"to\": \"bob\", \"from\": \"ann\", \"message\": \"Привет 🙂\"}",
                "{\"a\":true,\"b\":false,\"c\":null,\"d\":123456789012345,\"e\":0.123456}"
            })
    void whatIsUsuallySentNeedsNoTree(String json) throws JimFault {
        assertThat(new JsonFraming()
                        .next(ByteBuffer.wrap(Frame.of(json).toByteArray()))
                        .outline()
                        .isStrict())
                .isTrue();
    }

    @Test
    void damagedRequestsAreReadTheSame() {
        Random random = new Random(20);
        List<WireExample> requests = WireExamples.requests();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bytes = requests.get(random.nextInt(requests.size())).wire().toByteArray();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = mutant(random);
            }
            assertBothSayTheSame(bytes);
        }
    }

    /** Half of them are bytes that mean something in JSON. */
    private static byte mutant(Random random) {
        String telling = "{}[]\",:\\ 0159.-+eEtfn\n";
        return (byte) (random.nextBoolean() ? telling.charAt(random.nextInt(telling.length())) : random.nextInt(256));
    }

    private void assertBothSayTheSame(byte[] bytes) {
        Frame found;
        try {
            found = new JsonFraming().next(ByteBuffer.wrap(bytes));
        } catch (JimFault noObject) {
            return;
        }
        if (found != null) {
            assertThat(outcome(found))
                    .as(() -> found.text(0, found.length()))
                    .isEqualTo(outcome(Frame.copyOf(bytes, offset(bytes), found.length())));
        }
    }

    private static int offset(byte[] bytes) {
        return JsonFraming.afterWhiteSpace(bytes, 0, bytes.length);
    }

    private String outcome(Frame frame) {
        try {
            Request request = codec.request(frame);
            return request.message().getClass() + " " + wire(request.message()) + " " + request.echo();
        } catch (JimFault fault) {
            return fault.closes() + " " + fault.answer();
        }
    }

    /** A message shows neither its text nor its time, but what is written of it does. */
    private static String wire(JimMessage message) {
        ObjectWriter out = new ObjectWriter();
        Action.of(message).write(out, message);
        Frame line = out.line();
        return line.text(0, line.length()) + (message instanceof JimMessage.Msg msg ? msg.time() : "");
    }
}
