package jim.engine.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.StrictJson;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glance sees what a whole reading sees, and stumbles over nothing. */
final class GlanceTest {
    private static final int FRAMES = 20_000;
    private static final List<String> BITS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\\\"",
            " ",
            "\"to\"",
            "\"from\":\"ann\"",
            "\"action\":\"msg\"",
            "é",
            "7");

    static List<WireExample> plainObjects() {
        return WireExamples.all().stream()
                .filter(example -> framed(example.wire()).isPresent())
                .filter(example -> !hasEscape(example.wire()))
                .filter(example -> read(example.wire()).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plainObjects")
    void itSeesWhatAWholeReadingSees(WireExample example) {
        Map<String, Object> fields = read(example.wire()).orElseThrow();
        Glance glance = Glance.at(example.wire());

        assertThat(glance.action())
                .isEqualTo(Optional.ofNullable(text(fields, "action")).orElse(""));
        assertThat(glance.to()).isEqualTo(text(fields, "to"));
        assertThat(glance.from()).isEqualTo(text(fields, "from"));
        if (fields.get("user") instanceof Map<?, ?> user) {
            assertThat(glance.account()).isEqualTo(text(user, "account_name"));
        }
    }

    @Test
    void thereAreSuchExamples() {
        assertThat(plainObjects()).hasSizeGreaterThan(50);
    }

    @Test
    void theOrderOfTheFieldsDoesNotMatter() {
        Glance glance = at("{'message':'hi','from':'ann','to':'bob','action':'msg'}");

        assertThat(glance.action()).isEqualTo("msg");
        assertThat(glance.to()).isEqualTo("bob");
        assertThat(glance.from()).isEqualTo("ann");
    }

    @Test
    void whiteSpaceDoesNotMatter() {
        assertThat(at(" { 'to' : 'bob' } ").to()).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message':'\\\"to\\\":\\\"eve\\\"'}",
                "{'message':'{','x':'to','y':'eve'}",
                "{'x':{'to':'eve'}}",
                "{'to':['eve']}",
                "{'x':['to','eve']}",
                "{'x':['to',{'to':'eve'}]}",
                "{'to':{'account':'eve'}}",
                "{'to':7}",
                "{'to':null,'x':'eve'}",
                "{'too':'eve','o':'eve','tO':'eve'}"
            })
    void onlyATextThatStandsInTheObjectItselfCounts(String json) {
        assertThat(at(json).to()).isNull();
    }

    @Test
    void aTextWithAnEscapeCountsAsNotThere() {
        assertThat(at("{'to':'b\\u006fb','from':'ann\\\\'}").to()).isNull();
        assertThat(at("{'to':'b\\u006fb','from':'ann\\\\'}").from()).isNull();
    }

    @Test
    void whatComesAfterATextThatEndsWithAnEscapeIsSeen() {
        assertThat(at("{'message':'a\\\\\\\\','to':'bob'}").to()).isEqualTo("bob");
    }

    @Test
    void itEndsAsSoonAsItIsKnownWhereAMessageGoes() {
        assertThat(at("{'action':'msg','to':'bob','from':'ann','user':{'account_name':'eve'}}")
                        .account())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noFrameMakesItStumble(long seed) {
        Random random = new Random(seed);
        for (int found = 0; found < FRAMES; ) {
            Optional<Frame> frame = framed(nonsense(random));
            frame.ifPresent(Glance::at);
            found += frame.isPresent() ? 1 : 0;
        }
    }

    private static Frame nonsense(Random random) {
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
        }
        return Frame.of(text.append("}").toString());
    }

    /** The frame that JsonFraming cuts from the front of {@code bytes}, if it does. */
    private static Optional<Frame> framed(Frame bytes) {
        try {
            return Optional.ofNullable(new JsonFraming().next(ByteBuffer.wrap(bytes.toByteArray())));
        } catch (JimFault fault) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Object>> read(Frame frame) {
        try {
            return Optional.of(StrictJson.fields(frame, JsonFraming.MAX_DEPTH));
        } catch (JimFault fault) {
            return Optional.empty();
        }
    }

    private static boolean hasEscape(Frame frame) {
        return frame.text(0, frame.length()).contains("\\");
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    private static Glance at(String json) {
        return Glance.at(WireExample.json(json));
    }
}
