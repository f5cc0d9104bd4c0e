package jim.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jim.testkit.Pieces;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An outline sees what a whole reading sees, and to look for one changes nothing about where objects end. */
final class OutlineTest {
    private static final int OBJECTS = 20_000;
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
            "7",
            "true",
            "\"a long text, longer than sixteen bytes, with a \\\" in it\"",
            "\"n\":-1.5E+7,");

    static List<WireExample> readable() {
        return WireExamples.all().stream()
                .filter(example -> inOnePiece(example.wire()).isPresent())
                .filter(example -> read(example.wire()).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void itSeesWhatAWholeReadingSees(WireExample example) {
        Frame frame = inOnePiece(example.wire()).orElseThrow();
        Map<String, Object> fields = read(frame).orElseThrow();
        boolean flat = fields.values().stream().noneMatch(value -> value instanceof Map || value instanceof List);
        if (flat && !fields.isEmpty() && !new String(frame.toByteArray(), UTF_8).contains("\\")) {
            fields.forEach((name, value) -> assertThat(frame.outline().text(name.getBytes(UTF_8)))
                    .as(name)
                    .isEqualTo(value instanceof String ? value : null));
        }
    }

    @Test
    void mostExamplesAreFlat() {
        assertThat(readable())
                .filteredOn(example -> outline(example.wire()) != null)
                .hasSizeGreaterThan(50);
    }

    @Test
    void aFieldIsFoundWhereverItStands() {
        Outline outline = outline("{ 'message' : 'hi' ,\n'from':'ann','time':7,'to':'bob','ok':true}");
        assertThat(text(outline, "message")).isEqualTo("hi");
        assertThat(text(outline, "from")).isEqualTo("ann");
        assertThat(text(outline, "to")).isEqualTo("bob");
        assertThat(outline.has(bytes("to"), bytes("bob"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message':'\\\"to\\\":\\\"eve\\\"'}",
                "{'message':'{','x':'to','y':'eve'}",
                "{'to':7}",
                "{'to':null,'x':'eve'}",
                "{'to':'\\u0065ve'}",
                "{'to':'eve\\\\'}",
                "{'too':'eve','o':'eve','tO':'eve'}"
            })
    void onlyAPlainTextCounts(String json) {
        Outline outline = outline(json);
        assertThat(text(outline, "to")).isNull();
        assertThat(outline.has(bytes("to"), bytes("eve"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo", "bobb", "Bob", ""})
    void aTextIsThatTextOnlyWhenEveryByteIs(String other) {
        assertThat(outline("{'to':'bob'}").has(bytes("to"), bytes(other))).isFalse();
    }

    @Test
    void whatComesAfterAnEscapeIsSeen() {
        assertThat(text(outline("{'message':'a\\\\\\\\','to':'bob'}"), "to")).isEqualTo("bob");
        assertThat(text(outline("{'message':'\\\"" + "x".repeat(100) + "\\\"','to':'bob'}"), "to"))
                .isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'x':{'to':'eve'}}",
                "{'to':['eve']}",
                "{'x':[1]}",
                "{'t\\u006f':'eve'}",
                "{'a':1,}",
                "{'a'}",
                "{a:1}"
            })
    void whatIsNotFlatHasNoOutlineAndIsFramedAllTheSame(String json) {
        assertThat(inOnePiece(WireExample.json(json))).hasValueSatisfying(frame -> {
            assertThat(frame).isEqualTo(WireExample.json(json));
            assertThat(frame.outline()).isNull();
        });
    }

    @Test
    void anObjectOfMoreThanSixteenFieldsHasNoOutline() {
        String sixteen = "'a':1,".repeat(15) + "'to':'bob'";
        assertThat(text(outline("{" + sixteen + "}"), "to")).isEqualTo("bob");
        assertThat(outline("{'b':1," + sixteen + "}")).isNull();
    }

    @Test
    void aFrameWithItsLineFeedHasTheSameOutline() {
        Frame line = inOnePiece(WireExample.json("{'to':'bob'}")).orElseThrow().line();
        assertThat(text(line.outline(), "to")).isEqualTo("bob");
        assertThat(line).isEqualTo(Frame.of("{\"to\":\"bob\"}\n"));
    }

    /** An object that comes byte by byte goes through the states of the framing, one in one piece need not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverComesEndsWhereItEndsByteByByte(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < OBJECTS; i++) {
            Frame nonsense = nonsense(random);
            Optional<Frame> whole = inOnePiece(nonsense);
            assertThat(whole)
                    .as("%s", new String(nonsense.toByteArray(), UTF_8))
                    .isEqualTo(byteByByte(nonsense));
            whole.map(Frame::outline).ifPresent(outline -> outline.text(bytes("to")));
        }
    }

    private static Frame nonsense(Random random) {
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
        }
        return Frame.of(text.append("}").toString());
    }

    private static Outline outline(String json) {
        return outline(WireExample.json(json));
    }

    private static Outline outline(Frame wire) {
        return inOnePiece(wire).orElseThrow().outline();
    }

    /** The frame that is found at the front of {@code bytes}, if there is one. */
    private static Optional<Frame> inOnePiece(Frame bytes) {
        try {
            return Optional.ofNullable(new JsonFraming().next(ByteBuffer.wrap(bytes.toByteArray())));
        } catch (JimFault fault) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> byteByByte(Frame bytes) {
        Framing framing = new JsonFraming();
        try {
            for (byte[] one : Pieces.oneByOne(bytes.toByteArray())) {
                Frame frame = framing.next(ByteBuffer.wrap(one));
                if (frame != null) {
                    return Optional.of(frame);
                }
            }
        } catch (JimFault fault) {
            // No frame.
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Object>> read(Frame frame) {
        try {
            return Optional.of(StrictJson.fields(frame, JsonFraming.MAX_DEPTH));
        } catch (JimFault fault) {
            return Optional.empty();
        }
    }

    private static String text(Outline outline, String name) {
        return outline.text(bytes(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
