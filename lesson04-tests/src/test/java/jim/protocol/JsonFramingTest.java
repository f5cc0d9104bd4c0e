package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import jim.testkit.FramingContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The framing of lesson 3. */
final class JsonFramingTest implements FramingContract {
    @Override
    public Framing newFraming() {
        return new JsonFraming();
    }

    @Test
    void anObjectThatNeverEndsIsRefusedAtTheFirstByteTooMany() throws JimFault {
        Framing framing = newFraming();
        ByteBuffer endless = Frame.of("{\"" + "x".repeat(10_000)).buffer();
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> framing.next(endless))
                .withMessage("the object is longer than 8192 bytes")
                .matches(JimFault::closes);
        assertThat(endless.position()).isEqualTo(8_193);
    }

    @Test
    void theDepthIsCountedAnewInEachObject() throws JimFault {
        Framing framing = newFraming();
        String nested = "{\"x\":[[[[[[[]]]]]]]}";
        for (int i = 0; i < 3; i++) {
            assertThat(framing.next(Frame.of(nested).buffer())).isEqualTo(Frame.of(nested));
        }
    }

    @Test
    void aListMayBeWhereAnObjectWasAtTheSameDepth() throws JimFault {
        Frame frame = Frame.of("{\"x\":[1],\"y\":{},\"z\":[2]}");
        assertThat(newFraming().next(frame.buffer())).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x1F, 0x7F, 0x80, 0xFF})
    void aByteThatCannotBeShownIsNamedByItsNumber(int b) {
        ByteBuffer in = ByteBuffer.wrap(new byte[] {(byte) b});
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> newFraming().next(in))
                .withMessageEndingWith(String.format("got the byte 0x%02x", b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "x"})
    void aByteThatCanBeShownIsShown(String text) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> newFraming().next(Frame.of(text).buffer()))
                .withMessageEndingWith("got '" + text + "'");
    }
}
