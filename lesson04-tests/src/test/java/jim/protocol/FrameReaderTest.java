package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import jim.testkit.Pieces;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {
    private static final Frame ONE = Frame.of("{\"x\":1}");
    private static final Frame TWO = Frame.of("{\"x\":2}");

    @Test
    void twoFramesOfOneReadAreReadOneAfterTheOther() throws Exception {
        FrameReader reader = reader(List.of(Pieces.glued(List.of(ONE, TWO))));
        assertThat(reader.read()).isEqualTo(ONE);
        assertThat(reader.read()).isEqualTo(TWO);
    }

    @Test
    void itKnowsWhetherMoreWasReadThanTheLastFrame() throws Exception {
        FrameReader reader =
                reader(List.of(Pieces.glued(List.of(ONE, TWO)), Pieces.glued(List.of(ONE, Frame.of("{")))));
        assertThat(reader.isEmpty()).as("before the first").isTrue();
        reader.read();
        assertThat(reader.isEmpty()).as("a whole frame is left").isFalse();
        reader.read();
        assertThat(reader.isEmpty()).as("nothing is left").isTrue();
        reader.read();
        assertThat(reader.isEmpty()).as("a part of a frame is left").isFalse();
    }

    @Test
    void aFrameOfManyReadsIsOneFrame() throws Exception {
        assertThat(reader(Pieces.oneByOne(ONE.toByteArray())).read()).isEqualTo(ONE);
    }

    @Test
    void theEndBetweenTwoFramesIsNull() throws Exception {
        FrameReader reader = reader(List.of(ONE.toByteArray(), Frame.of(" \n").toByteArray()));
        assertThat(reader.read()).isEqualTo(ONE);
        assertThat(reader.read()).isNull();
    }

    @Test
    void theEndInsideAFrameIsAnError() {
        FrameReader reader = reader(Pieces.splitAt(4, ONE.toByteArray()).subList(0, 1));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(reader::read)
                .withMessage("the peer ended the connection in the middle of a message");
    }

    /** A stream of which each read brings one of {@code pieces}. */
    private static FrameReader reader(List<byte[]> pieces) {
        List<InputStream> streams =
                pieces.stream().<InputStream>map(ByteArrayInputStream::new).toList();
        return new FrameReader(new SequenceInputStream(Collections.enumeration(streams)), new JsonFraming());
    }
}
