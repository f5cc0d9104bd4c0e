package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jim.telemetry.Verdict.Accepted;
import jim.telemetry.Verdict.Refused;
import jim.testkit.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportFramingTest {
    private static final Verdict EMPTY = new Accepted(Wire.EMPTY);
    private static final Verdict FULL = new Accepted(Wire.FULL);
    private static final Verdict REFUSED = new Refused();

    private final long seed = Long.getLong("jim.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ReportFraming framing = new ReportFraming();

    @Test
    void reportsInOneReadAreAllFound() {
        assertThat(heard(Wire.EMPTY_BYTES, Wire.FULL_BYTES, Wire.EMPTY_BYTES)).containsExactly(EMPTY, FULL, EMPTY);
    }

    @Test
    void aReportIsFoundWhereverItIsSplit() {
        for (int fields : new int[] {0, 1, 2, 20}) {
            Report report = Wire.random(random, fields);
            byte[] bytes = ReportCodec.encode(report);
            for (int at = 0; at <= bytes.length; at++) {
                assertThat(found(Pieces.splitAt(at, bytes)))
                        .as("split at %d, -Djim.seed=%d", at, seed)
                        .containsExactly(new Accepted(report));
            }
        }
    }

    @Test
    void reportsOfAnySizeAreFoundInAnyPieces() {
        List<Verdict> expected = new ArrayList<>();
        byte[] all = {};
        for (int fields = 0; fields <= ReportCodec.MOST_FIELDS; fields++) {
            Report report = Wire.random(random, fields);
            expected.add(new Accepted(report));
            all = Wire.glued(all, ReportCodec.encode(report));
        }
        assertThat(found(Pieces.oneByOne(all))).as("-Djim.seed=%d", seed).isEqualTo(expected);
        for (int most : new int[] {10, 100, 10_000, all.length}) {
            assertThat(found(Pieces.random(random, most, all)))
                    .as("-Djim.seed=%d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatDoesNotBeginAReportIsSkipped() {
        assertThat(heard(Wire.hex("00 ff 12 7f"), Wire.EMPTY_BYTES, Wire.hex("02"), Wire.FULL_BYTES))
                .containsExactly(EMPTY, FULL);
    }

    @Test
    void garbageThatBeginsLikeAReportHidesNothing() {
        assertThat(heard(Wire.hex("01"), Wire.EMPTY_BYTES)).containsExactly(REFUSED, EMPTY);
        assertThat(heard(Wire.hex("01 ff ff"), Wire.FULL_BYTES)).containsExactly(REFUSED, FULL);
    }

    /** Checksum, status 0 and 4, an id with a letter beyond ASCII and with a line end, a control character in a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 0000 0000000000616263 01 00 61",
                "01 0000 0000000000616263 00 00 61",
                "01 0000 0000000000616263 04 00 65",
                "01 0000 00000000006162ff 01 00 fc",
                "01 0000 0000000000610a63 01 00 08",
                "01 0000 0000000000616263 01 01 0061010000000000 00000000 01"
            })
    void aDamagedReportIsRefusedOnce(String digits) {
        byte[] bad = Wire.hex(digits);
        assertThat(heard(bad, bad, Wire.EMPTY_BYTES)).containsExactly(REFUSED, REFUSED, EMPTY);
        framing = new ReportFraming();
        assertThat(found(Pieces.oneByOne(Wire.glued(bad, bad, Wire.EMPTY_BYTES))))
                .containsExactly(REFUSED, REFUSED, EMPTY);
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        byte[] twice =
                Wire.summed("01 0000 0000000000616263 01 02" + " 000000000068756d 00000001 000000000068756d 00000002");
        assertThat(heard(twice)).containsExactly(REFUSED);
    }

    @Test
    void aReportInsideARefusedOneIsAccepted() {
        byte[] counted = Wire.EMPTY_BYTES.clone();
        counted[12] = 2;
        assertThat(heard(counted, Wire.EMPTY_BYTES, Wire.FULL_BYTES)).containsExactly(REFUSED, EMPTY, FULL);
    }

    /** The flipped bit makes an 01, and what follows it could be a report of 38 bytes, of which the last ones never come. */
    @Test
    void whatSeemsToGoOnInsideARefusedReportHidesNothing() {
        byte[] good = ReportCodec.encode(new Report(1, "abc", SourceStatus.ACTIVE, List.of(new Field("t", 64))));
        Report next = new Report(0x0200, "abc", SourceStatus.IDLE, List.of());
        assertThat(heard(Wire.flipped(good, 8 * 15), ReportCodec.encode(next)))
                .containsExactly(REFUSED, new Accepted(next));
    }

    @Test
    void afterAGoodReportADamagedOneIsAnsweredAgain() {
        byte[] counted = Wire.EMPTY_BYTES.clone();
        counted[12] = (byte) 255;
        byte[] bad = Wire.flipped(Wire.EMPTY_BYTES, 13 * 8);
        assertThat(heard(counted, Wire.EMPTY_BYTES, bad)).containsExactly(REFUSED, EMPTY, REFUSED);
    }

    @Test
    void anyFlippedBitIsRefusedOrSkippedAndTheNextReportIsUnderstood() {
        for (int round = 0; round < 200; round++) {
            byte[] good = ReportCodec.encode(Wire.random(random, random.nextInt(6)));
            Report next = Wire.random(random, random.nextInt(6));
            byte[] nextBytes = ReportCodec.encode(next);
            for (int bit = 0; bit < 8 * good.length; bit++) {
                byte[] damaged = Wire.flipped(good, bit);
                if (!looksRightByChance(damaged, nextBytes)) {
                    assertOnly(next, heardAnew(damaged, nextBytes), bit);
                }
            }
        }
    }

    @Test
    void aReportThatStaysUnfinishedIsRefusedAndSearched() {
        byte[] counted = Wire.EMPTY_BYTES.clone();
        counted[12] = 2;
        assertThat(heard(counted)).isEmpty();
        assertThat(silence()).containsExactly(REFUSED);
        assertThat(silence()).isEmpty();
        assertThat(heard(Wire.FULL_BYTES)).containsExactly(FULL);
    }

    @Test
    void whatIsHiddenInAnUnfinishedReportIsFoundAfterSilence() {
        byte[] unfinished =
                Wire.hex("01 0000 0000000000616263 01 03" + " 0000000000000061 00010005 0000000000000062 01006700");
        assertThat(heard(unfinished)).isEmpty();
        assertThat(silence()).containsExactly(REFUSED, new Accepted(new Report(5, "b", SourceStatus.IDLE, List.of())));
    }

    @Test
    void afterSilenceADamagedReportIsAnsweredAgain() {
        byte[] longer = Wire.hex("01 0000 ff00000000000000 01 ff");
        assertThat(heard(longer)).containsExactly(REFUSED);
        assertThat(silence()).isEmpty();
        assertThat(heard(Wire.flipped(Wire.EMPTY_BYTES, 13 * 8))).containsExactly(REFUSED);
    }

    @Test
    void silenceBetweenReportsSaysNothing() {
        assertThat(heard(Wire.EMPTY_BYTES)).containsExactly(EMPTY);
        assertThat(silence()).isEmpty();
    }

    @Test
    void noBytesWhateverBreakIt() {
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(5_000)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) random.nextInt(random.nextBoolean() ? 4 : 256);
            }
            heardAnew(noise);
            silence();
            assertThat(heard(Wire.FULL_BYTES)).as("-Djim.seed=%d", seed).containsExactly(FULL);
        }
    }

    /** Of 256 pieces of a damaged report that look like another one, one has the right byte as its checksum. */
    private static boolean looksRightByChance(byte[] damaged, byte[] next) {
        byte[] all = Wire.glued(damaged, next);
        return IntStream.range(0, damaged.length)
                .anyMatch(at -> ReportCodec.decode(ByteBuffer.wrap(all, at, all.length - at))
                        .isPresent());
    }

    /** A flip in the first byte, or in the count, may make two or more of one report; any other is answered once. */
    private void assertOnly(Report next, List<Verdict> verdicts, int bit) {
        boolean lengthIsLost = bit / 8 == 0 || bit / 8 == 12;
        assertThat(
                        lengthIsLost
                                ? verdicts.stream()
                                        .filter(Accepted.class::isInstance)
                                        .toList()
                                : verdicts)
                .as("bit %d, -Djim.seed=%d", bit, seed)
                .isEqualTo(lengthIsLost ? List.of(new Accepted(next)) : List.of(REFUSED, new Accepted(next)));
    }

    private List<Verdict> heardAnew(byte[]... parts) {
        framing = new ReportFraming();
        return heard(parts);
    }

    private List<Verdict> heard(byte[]... parts) {
        ByteBuffer in = ByteBuffer.wrap(Wire.glued(parts));
        return all(() -> framing.next(in));
    }

    private List<Verdict> found(List<byte[]> pieces) {
        framing = new ReportFraming();
        return pieces.stream().flatMap(piece -> heard(piece).stream()).toList();
    }

    private List<Verdict> silence() {
        return all(framing::afterSilence);
    }

    private static List<Verdict> all(Supplier<Verdict> verdicts) {
        List<Verdict> all = new ArrayList<>();
        for (Verdict verdict = verdicts.get(); verdict != null; verdict = verdicts.get()) {
            all.add(verdict);
        }
        return all;
    }
}
