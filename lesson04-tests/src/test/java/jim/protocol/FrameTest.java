package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FrameTest {
    @Test
    void aFrameIsACopyOfTheBytesItWasMadeFrom() {
        byte[] bytes = {0, 1, 2, 3};
        Frame frame = Frame.copyOf(bytes, 1, 2);
        bytes[1] = 9;
        assertThat(frame.toByteArray()).containsExactly(1, 2);
    }

    @Test
    void itsBytesCannotBeChangedFromOutside() {
        Frame frame = Frame.of("ab");
        frame.toByteArray()[0] = 'x';
        assertThat(frame).isEqualTo(Frame.of("ab"));
        assertThat(frame.buffer().isReadOnly()).isTrue();
    }

    @Test
    void aTextBecomesUtf8() {
        assertThat(Frame.of("я").toByteArray()).isEqualTo("я".getBytes(StandardCharsets.UTF_8));
        assertThat(Frame.of("я").length()).isEqualTo(2);
    }

    @Test
    void framesWithEqualBytesAreEqual() {
        assertThat(Frame.of("a")).isEqualTo(Frame.of("a")).hasSameHashCodeAs(Frame.of("a"));
        assertThat(Frame.of("a")).isNotEqualTo(Frame.of("b")).isNotEqualTo("a");
        assertThat(Frame.of("a").hashCode()).isNotEqualTo(Frame.of("b").hashCode());
    }

    @Test
    void whatALogPrintsOfItIsItsSizeAlone() {
        assertThat(Frame.of("a secret")).hasToString("Frame[8 bytes]");
    }

    @Test
    void aLineFeedAtItsEndCanBeTakenAwayAndPutBack() {
        Frame line = Frame.of("{}\n");
        assertThat(line.withoutLineFeed()).isEqualTo(Frame.of("{}"));
        assertThat(line.withoutLineFeed().line()).isEqualTo(line);
        assertThat(line.line()).isEqualTo(Frame.of("{}\n\n"));
        assertThat(Frame.of("{}").withoutLineFeed()).isEqualTo(Frame.of("{}"));
        assertThat(Frame.of("").withoutLineFeed()).isEqualTo(Frame.of(""));
        assertThat(Frame.copyOf(new byte[] {'a', 'b'}, 0, 1).line()).isEqualTo(Frame.of("a\n"));
    }
}
