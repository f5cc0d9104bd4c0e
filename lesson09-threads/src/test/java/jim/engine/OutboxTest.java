package jim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import jim.engine.Outbox.Offer;
import jim.protocol.Frame;
import org.junit.jupiter.api.Test;

/** What waits for one peer: in order, and never more than the bound. */
final class OutboxTest {
    private static final Frame TEN_BYTES = Frame.of("0123456789");
    private static final Frame ONE_BYTE = Frame.of("x");
    private static final int ALL = 100;

    private final Outbox outbox = new Outbox(30, failure -> {});

    @Test
    void framesComeOutInTheOrderInWhichTheyWentIn() {
        List.of(Frame.of("a"), Frame.of("b"), Frame.of("c")).forEach(outbox::offer);

        assertThat(taken(ALL, 2)).isEqualTo("ab");
        assertThat(taken(ALL, 2)).isEqualTo("c");
        assertThat(taken(ALL, 2)).isEmpty();
    }

    @Test
    void framesAreTakenUpToTheBoundAndNoByteMore() {
        fill();

        assertThat(outbox.bytes()).isEqualTo(30);
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.FULL);
    }

    @Test
    void whatWasRefusedIsNotInIt() {
        fill();
        outbox.offer(ONE_BYTE);

        assertThat(taken(ALL, ALL)).isEqualTo("0123456789".repeat(3));
    }

    @Test
    void aFrameLargerThanTheBoundIsTakenWhenNothingElseWaits() {
        assertThat(new Outbox(5, failure -> {}).offer(TEN_BYTES)).isEqualTo(Offer.CROWDED);
    }

    @Test
    void aFrameLargerThanTheBoundIsRefusedWhenSomethingWaits() {
        Outbox small = new Outbox(5, failure -> {});
        small.offer(ONE_BYTE);

        assertThat(small.offer(TEN_BYTES)).isEqualTo(Offer.FULL);
    }

    @Test
    void bytesCountUntilTheyHaveBeenSent() {
        fill();
        outbox.fill(ByteBuffer.allocate(ALL), ALL);
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.FULL);

        outbox.sent(10);

        assertThat(outbox.offer(TEN_BYTES)).isEqualTo(Offer.CROWDED);
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.FULL);
    }

    @Test
    void itIsCrowdedWhenMoreThanAQuarterHasComeSinceTheWriterLooked() {
        Outbox roomy = new Outbox(40, failure -> {});
        assertThat(roomy.offer(TEN_BYTES)).isEqualTo(Offer.TAKEN);
        assertThat(roomy.offer(ONE_BYTE)).isEqualTo(Offer.CROWDED);

        roomy.fill(ByteBuffer.allocate(ALL), ALL);

        assertThat(roomy.isCrowded()).isFalse();
        assertThat(roomy.offer(ONE_BYTE)).isEqualTo(Offer.TAKEN);
    }

    @Test
    void whatWasNotSentIsCopiedAgain() {
        outbox.offer(TEN_BYTES);
        outbox.offer(TEN_BYTES);
        outbox.fill(ByteBuffer.allocate(ALL), ALL);
        outbox.sent(13);

        assertThat(taken(4, ALL)).isEqualTo("3456");
        assertThat(taken(4, ALL)).isEqualTo("789");
    }

    @Test
    void afterItsEndTheRestCanBeTakenAndThenNothing() throws Exception {
        outbox.offer(ONE_BYTE);
        outbox.end();

        assertThat(outbox.isOver()).isFalse();
        assertThat(taken(ALL, ALL)).isEqualTo("x");
        assertThat(outbox.isOver()).isTrue();
    }

    @Test
    void whatIsOfferedAfterItsEndIsDropped() throws Exception {
        outbox.end();

        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.ENDED);
        assertThat(outbox.isOver()).isTrue();
    }

    @Test
    void whenItIsAbandonedNothingIsLeft() throws Exception {
        fill();
        outbox.fill(ByteBuffer.allocate(ALL), ALL);
        outbox.abandon();
        outbox.sent(15);

        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.ENDED);
        assertThat(outbox.isOver()).isTrue();
        assertThat(outbox.bytes()).isZero();
    }

    @Test
    void theLastFrameComesInPlaceOfAllThatWaits() {
        fill();
        outbox.endWith(ONE_BYTE);

        assertThat(outbox.offer(TEN_BYTES)).isEqualTo(Offer.ENDED);
        assertThat(taken(ALL, ALL)).isEqualTo("x");
    }

    @Test
    void theLastFrameCutsNoOtherOff() {
        fill();
        outbox.fill(ByteBuffer.allocate(14), ALL);
        outbox.sent(3);
        outbox.endWith(ONE_BYTE);

        assertThat(taken(ALL, ALL)).isEqualTo("3456789x");
    }

    @Test
    void theLastFrameWaitsForWhatIsJustBeingWritten() {
        fill();
        outbox.fill(ByteBuffer.allocate(14), ALL);
        outbox.endWith(ONE_BYTE);
        outbox.sent(12);

        assertThat(taken(ALL, ALL)).isEqualTo("23456789x");
    }

    @Test
    void anEndThatWasThereBeforeIsNotUndone() {
        outbox.end();
        outbox.endWith(ONE_BYTE);

        assertThat(taken(ALL, ALL)).isEmpty();
    }

    @Test
    void whileItIsHeldAnEndDoesNotCome() {
        outbox.hold();
        outbox.end();

        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.TAKEN);
        assertThat(taken(ALL, ALL)).isEqualTo("x");
        assertThat(outbox.isOver()).isFalse();
    }

    @Test
    void theLastReleaseLetsTheEndCome() {
        outbox.hold();
        outbox.hold();
        outbox.end();

        assertThat(outbox.release()).isFalse();
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.TAKEN);
        assertThat(outbox.release()).isTrue();
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.ENDED);
    }

    @Test
    void aReleaseWithoutAnEndEndsNothing() {
        outbox.hold();

        assertThat(outbox.release()).isFalse();
        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.TAKEN);
    }

    @Test
    void aHoldAfterTheEndUndoesNothing() {
        outbox.end();
        outbox.hold();

        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.ENDED);
        assertThat(outbox.release()).isFalse();
    }

    @Test
    void theLastFrameComesAlsoWhenItIsHeld() {
        outbox.hold();
        fill();
        outbox.endWith(ONE_BYTE);

        assertThat(outbox.offer(ONE_BYTE)).isEqualTo(Offer.ENDED);
        assertThat(outbox.release()).isFalse();
    }

    @Test
    void whenItIsAbandonedNobodyHoldsIt() {
        outbox.hold();
        outbox.end();
        outbox.abandon();

        assertThat(outbox.isOver()).isTrue();
        assertThat(outbox.release()).isFalse();
    }

    @Test
    void itIsOverWhenItHasEndedAndNothingIsLeft() {
        outbox.offer(ONE_BYTE);
        outbox.end();

        assertThat(outbox.isOver()).isFalse();
        taken(ALL, ALL);
        assertThat(outbox.isOver()).isTrue();
    }

    private void fill() {
        for (int i = 0; i < 3; i++) {
            assertThat(outbox.offer(TEN_BYTES)).isEqualTo(Offer.CROWDED);
        }
    }

    /** What a writer takes that has room for so many bytes and frames, and sends all of it. */
    private String taken(int bytes, int frames) {
        return taken(bytes, frames, outbox);
    }

    /** As above, out of any outbox. */
    static String taken(int bytes, int frames, Outbox outbox) {
        ByteBuffer out = ByteBuffer.allocate(bytes);
        outbox.fill(out, frames);
        outbox.sent(out.position());
        return new String(out.array(), 0, out.position(), UTF_8);
    }
}
