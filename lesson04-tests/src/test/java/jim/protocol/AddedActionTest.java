package jim.protocol;

import static jim.testkit.WireExample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import jim.protocol.JimMessage.Extension;
import jim.protocol.JimMessage.Quit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program adds an action of its own to those of JIM. */
final class AddedActionTest {
    /** Throw dice: either some of one kind, or all of a cup; perhaps to beat somebody, or to help them. */
    record Roll(String kind, String cup, String beat, String help, Long times) implements Extension {
        static final Action<Roll> ACTION = new Action<>("roll", Roll.class, (in, maxText) -> read(in), Roll::write);

        private static Roll read(Fields in) throws JimFault {
            in.checkOneOf("kind", "cup");
            in.checkAtMostOneOf("beat", "help");
            return new Roll(
                    in.textOrNull("kind", 3),
                    in.textOrNull("cup", 3),
                    in.textOrNull("beat", 3),
                    in.textOrNull("help", 3),
                    in.has("times") ? in.whole("times", 1, 6) : null);
        }

        private static void write(ObjectWriter out, Roll roll) {
            out.put("kind", roll.kind())
                    .put("cup", roll.cup())
                    .put("beat", roll.beat())
                    .put("help", roll.help())
                    .put("times", roll.times());
        }

        @Override
        public Action<Roll> onTheWire() {
            return ACTION;
        }
    }

    private final JimCodec codec = new JimCodec().with(List.of(Roll.ACTION));

    @ParameterizedTest
    @CsvSource({"d6,,,,", ",red,bob,,", ",red,,bob,", "d20,,,,1", "d20,,,,6"})
    void itIsReadAsItIsWritten(String kind, String cup, String beat, String help, Long times) throws JimFault {
        Roll roll = new Roll(kind, cup, beat, help, times);
        assertThat(codec.request(codec.encode(roll)).message()).isEqualTo(roll);
        assertThat(codec.fromServer(codec.encode(roll))).isEqualTo(roll);
    }

    @Test
    void itIsWrittenByWhoDoesNotReadItToo() throws JimFault {
        Roll roll = new Roll("d6", null, null, null, null);
        assertThat(codec.request(new JimCodec().encode(roll)).message()).isEqualTo(roll);
    }

    @Test
    void itKnowsItsName() {
        assertThat(new Roll("d6", null, null, null, null).action()).isEqualTo("roll");
    }

    @Test
    void theOthersAreStillThere() throws JimFault {
        assertThat(codec.request(json("{'action':'quit'}")).message()).isEqualTo(new Quit());
        assertThat(codec.typeOf("quit")).isEqualTo(Quit.class);
        assertThat(codec.typeOf("roll")).isEqualTo(Roll.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            | expected exactly one of the fields 'kind' and 'cup'",
                ",\"kind\":\"d6\",\"cup\":\"red\" | expected exactly one of the fields 'kind' and 'cup'",
                ",\"cup\":\"red\",\"beat\":\"a\",\"help\":\"b\" | expected at most one of the fields 'beat' and 'help'",
                ",\"kind\":\"d6\",\"times\":0 | field 'times': expected a whole number from 1 to 6, got '0'",
                ",\"kind\":\"d6\",\"times\":7 | field 'times': expected a whole number from 1 to 6, got '7'",
                ",\"kind\":\"four\"           | field 'kind': expected at most 3 characters, got 4"
            })
    void whatIsWrongWithItIsToldLikeWithAnyOther(String fields, String says) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(
                        () -> codec.request(Frame.of("{\"action\":\"roll\"" + (fields == null ? "" : fields) + "}")))
                .withMessage(says)
                .matches(fault -> !fault.closes());
    }

    @Test
    void whoMistypesItIsToldItsName() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> codec.request(json("{'action':'rol'}")))
                .withMessage("field 'action': unknown action 'rol', expected perhaps 'roll'");
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> codec.request(json("{'action':'dance'}")))
                .withMessageEndingWith("expected one of authenticate, join, leave, msg, presence, quit, roll, who");
    }

    @Test
    void whatOnlyAServerSaysIsProposedToNobody() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> codec.request(json("{'action':'deliverd'}")))
                .withMessageContaining("expected one of ");
    }

    @Test
    void whoHasNotAddedItDoesNotKnowIt() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> new JimCodec().request(json("{'action':'roll','kind':'d6'}")))
                .withMessageContaining("unknown action 'roll'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JimCodec().typeOf("roll"))
                .withMessageStartingWith("unknown action 'roll', expected ");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.with(List.of(Roll.ACTION)))
                .withMessage("two actions are called 'roll'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdefghijklmnop"})
    void aNameThatNobodyCouldSendIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action<>(name, Roll.class, (in, maxText) -> null, (out, roll) -> {}))
                .withMessage("an action has a name of 1 to 15 characters, not '" + name + "'");
    }
}
