package jim.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read the short way is what the long way reads; what is in doubt is left to it. */
final class PlainObjectTest {
    private static final int OBJECTS = 20_000;
    private static final List<String> BITS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"a\":",
            "\"b\" : ",
            "\"é\":",
            "\"\\u0061\":",
            "\"x\"",
            "\"\t\"",
            ",",
            ", ",
            "7",
            "-1.50E+7",
            "07",
            "null",
            "true",
            "True");

    static List<WireExample> examples() {
        return WireExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itReadsWhatALongReadingReads(WireExample example) {
        check(example.wire());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itReadsNothingThatALongReadingRefuses(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < OBJECTS; i++) {
            read += check(nonsense(random)) ? 1 : 0;
        }
        assertThat(read).as("objects that were read").isGreaterThan(OBJECTS / 100);
    }

    private static Frame nonsense(Random random) {
        StringBuilder text = new StringBuilder("{\"z\":");
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
        }
        return Frame.of(text.append("}").toString());
    }

    /** Whether it was read; then the long way must have read the same. */
    private static boolean check(Frame frame) {
        Map<String, Object> fields = PlainObject.read(frame, JsonFraming.MAX_DEPTH);
        if (fields == null) {
            return false;
        }
        String text = new String(frame.toByteArray(), UTF_8);
        try {
            Map<String, Object> all = StrictJson.plain(StrictJson.object(frame));
            assertThat(StrictJson.text(fields)).as(text).isEqualTo(StrictJson.text(all));
        } catch (JimFault fault) {
            throw new AssertionError(text + " is refused: " + fault.getMessage(), fault);
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','time':1763721491.123,'user':{'account_name':'ann'},'ext':['id','ack']}",
                " { 'a' : [ ] , 'b' : { } ,\n'c':[true,false,null,[0.5]]} ",
                "{'name':'Аня'}",
                "{}"
            })
    void aLoginNeedsNoLongReading(String json) {
        assertThat(check(WireExample.json(json))).isTrue();
    }

    @Test
    void itReadsNoDeeperThanItMay() {
        Frame deep = WireExample.json("{'x':[{'y':[]}]}");
        assertThat(PlainObject.read(deep, 4)).isNotNull();
        assertThat(PlainObject.read(deep, 3)).isNull();
    }
}
