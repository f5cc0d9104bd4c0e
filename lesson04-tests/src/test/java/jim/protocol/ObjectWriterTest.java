package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back the same by somebody else's reader. */
final class ObjectWriterTest {
    @Test
    void everyCharacterIsReadBackWhereverItStands() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x800 ? 1 : 97) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String character = Character.toString(c);
                String text = character + "abcdefgh".substring(c % 9) + character + "ijk" + character;
                assertThat(read(new ObjectWriter().put("x", text)).get("x").getAsString())
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void textsStandAsUtf8WithoutAnEscapeThatJsonDoesNotDemand() {
        assertThat(written(new ObjectWriter().put("x", "Привет 🙂 \u2028 <a href='/'>")))
                .isEqualTo("{\"x\":\"Привет 🙂 \u2028 <a href='/'>\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a \"quoted\" name", "back\\slash", "line\nfeed", "имя", "\u007f"})
    void namesAreTextsToo(String name) {
        JsonObject object =
                read(new ObjectWriter().put("before", 1).put(name, 2).put("behind", 3));

        assertThat(object.keySet()).containsExactly("before", name, "behind");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 200, 1_700_000_000_123L, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void wholeNumbersAreReadBack(long number) {
        assertThat(read(new ObjectWriter().put("x", number)).get("x").getAsLong())
                .isEqualTo(number);
    }

    @Test
    void timesHaveThreeDigitsOfFraction() {
        assertThat(written(new ObjectWriter()
                        .put(new FieldName("a"), new Seconds(1_700_000_000_046L))
                        .put(new FieldName("b"), new Seconds(7))
                        .put(new FieldName("c"), new Seconds(-1_500))
                        .put(new FieldName("d"), new Seconds(Long.MIN_VALUE))))
                .isEqualTo("{\"a\":1700000000.046,\"b\":0.007,\"c\":-1.500,\"d\":-9223372036854775.808}\n");
    }

    /** A name overwrites some bytes behind it: they must be there, and must not be those of the name before. */
    @Test
    void anyNumberOfShortFieldsMayFollowEachOther() {
        ObjectWriter object = new ObjectWriter(1);
        FieldName name = new FieldName("a");
        StringBuilder expected = new StringBuilder("{");
        for (int i = 0; i < 300; i++) {
            object.put(name, i % 10);
            expected.append(i == 0 ? "" : ",").append("\"a\":").append(i % 10);
        }

        assertThat(written(object)).isEqualTo(expected.append("}\n").toString());
    }

    @Test
    void theNameOfAFieldMayHaveTwelveBytes() {
        assertThat(written(new ObjectWriter().put(new FieldName("x".repeat(12)), 1)))
                .isEqualTo("{\"xxxxxxxxxxxx\":1}\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldName("x".repeat(13)))
                .withMessage("the name 'xxxxxxxxxxxxx' is too long");
    }

    @Test
    void whatIsNullIsLeftOutButStandsInAMap() {
        assertThat(written(new ObjectWriter().put("a", null).putAll(Collections.singletonMap("b", null))))
                .isEqualTo("{\"b\":null}\n");
    }

    @Test
    void listsAndMapsMayStandInEachOther() {
        assertThat(written(new ObjectWriter().put("a", List.of(1, Map.of("b", List.of("c", true)), 0.5))))
                .isEqualTo("{\"a\":[1,{\"b\":[\"c\",true]},0.5]}\n");
    }

    @Test
    void anObjectGrowsAsFarAsItMust() {
        List<String> names = Collections.nCopies(1_000, "a name");

        assertThat(read(new ObjectWriter().put("users", names)).getAsJsonArray("users"))
                .hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectWriter().put("x", number));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectWriter().put("x", (float) number));
    }

    @Test
    void aFrameOfTheWriterEndsInOneLineFeedAlsoAsALine() {
        Frame line = new ObjectWriter().put("x", 1).line();

        assertThat(line.withoutLineFeed().line()).isEqualTo(line);
        assertThat(line.line().length()).isEqualTo(line.length() + 1);
        assertThat(line.line().byteAt(line.length())).isEqualTo((byte) '\n');
    }

    private static JsonObject read(ObjectWriter written) {
        return JsonParser.parseString(written(written)).getAsJsonObject();
    }

    private static String written(ObjectWriter out) {
        Frame line = out.line();
        return line.text(0, line.length());
    }
}
