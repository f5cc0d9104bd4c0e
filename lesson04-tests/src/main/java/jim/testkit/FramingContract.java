package jim.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import org.junit.jupiter.api.Test;

/**
 * What every framing of JSON objects must do: find the same frames, however their bytes arrive. A test class implements
 * this interface and has all of its tests.
 */
public interface FramingContract {
    /** A new framing, as for a new connection. */
    Framing newFraming();

    /** What is to be found. */
    default List<Frame> frames() {
        return WireExamples.requests().stream()
                .map(WireExample::wire)
                .filter(frame -> frame.length() < 1_000)
                .toList();
    }

    @Test
    default void framesInOneReadAreAllFound() throws JimFault {
        assertFound(frames(), List.of(Pieces.glued(frames())));
    }

    @Test
    default void tenEqualFramesInOneReadAreTenFrames() throws JimFault {
        List<Frame> ten = Collections.nCopies(10, frames().get(0));
        assertFound(ten, List.of(Pieces.glued(ten)));
    }

    @Test
    default void framesAreFoundWhenEachReadBringsOneByte() throws JimFault {
        assertFound(frames(), Pieces.oneByOne(Pieces.glued(frames())));
    }

    @Test
    default void framesAreFoundWhereverTheyAreSplit() throws JimFault {
        byte[] all = Pieces.glued(frames());
        for (int at = 0; at <= all.length; at++) {
            assertFound(frames(), Pieces.splitAt(at, all));
        }
    }

    @Test
    default void framesAreFoundInRandomPieces() throws JimFault {
        long seed = Long.getLong("jim.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] all = Pieces.glued(frames());
        for (int round = 0; round < 100; round++) {
            assertThat(found(newFraming(), Pieces.random(random, 1 + random.nextInt(50), all)))
                    .as("round %d of -Djim.seed=%d", round, seed)
                    .isEqualTo(frames());
        }
    }

    @Test
    default void aSplitInsideACharacterDoesNoHarm() throws JimFault {
        Frame frame = WireExample.json("{'message':'я'}");
        int insideTheLetter = "{'message':'".length() + 1;
        assertFound(List.of(frame), Pieces.splitAt(insideTheLetter, frame.toByteArray()));
    }

    @Test
    default void whiteSpaceBetweenFramesIsNoPartOfThem() throws JimFault {
        Frame frame = frames().get(0);
        byte[] space = " \t\r\n".getBytes(UTF_8);
        assertFound(
                List.of(frame, frame), List.of(space, frame.toByteArray(), space, space, frame.toByteArray(), space));
    }

    @Test
    default void whatFollowsAFrameIsLeftInTheBuffer() throws JimFault {
        Frame first = frames().get(0);
        ByteBuffer in = ByteBuffer.wrap(Pieces.glued(List.of(first, frames().get(1))));
        assertThat(newFraming().next(in)).isEqualTo(first);
        assertThat(in.position()).isEqualTo(first.length());
    }

    @Test
    default void itKnowsWhetherAFrameHasBegun() throws JimFault {
        Framing framing = newFraming();
        List<byte[]> halves = Pieces.splitAt(5, frames().get(0).toByteArray());
        assertThat(framing.midFrame()).as("before a frame").isFalse();
        assertThat(found(framing, halves.subList(0, 1))).isEmpty();
        assertThat(framing.midFrame()).as("inside a frame").isTrue();
        assertThat(found(framing, halves.subList(1, 2))).isEqualTo(frames().subList(0, 1));
        assertThat(framing.midFrame()).as("after a frame").isFalse();
    }

    private void assertFound(List<Frame> expected, List<byte[]> pieces) throws JimFault {
        assertThat(found(newFraming(), pieces)).isEqualTo(expected);
    }

    private static List<Frame> found(Framing framing, List<byte[]> pieces) throws JimFault {
        List<Frame> found = new ArrayList<>();
        for (byte[] piece : pieces) {
            ByteBuffer in = ByteBuffer.wrap(piece);
            for (Frame frame = framing.next(in); frame != null; frame = framing.next(in)) {
                found.add(frame);
            }
            assertThat(in.remaining()).as("bytes that were not taken").isZero();
        }
        return found;
    }
}
