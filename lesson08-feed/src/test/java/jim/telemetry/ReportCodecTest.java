package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import jim.telemetry.Verdict.Accepted;
import jim.telemetry.Verdict.Refused;
import org.junit.jupiter.api.Test;

final class ReportCodecTest {
    @Test
    void aReportHasTheBytesOfTheProtocol() {
        assertThat(ReportCodec.encode(Wire.EMPTY)).isEqualTo(Wire.EMPTY_BYTES);
        assertThat(ReportCodec.encode(Wire.FULL)).isEqualTo(Wire.FULL_BYTES);
    }

    @Test
    void itsBytesAreReadBackAsTheSameReport() {
        long seed = Long.getLong("jim.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int fields = 0; fields <= ReportCodec.MOST_FIELDS; fields++) {
            Report report = Wire.random(random, fields);
            assertThat(decoded(ReportCodec.encode(report)))
                    .as("-Djim.seed=%d", seed)
                    .isEqualTo(report);
        }
    }

    @Test
    void numbersAndValuesHaveNoSign() {
        Report report = new Report(65_535, "z", SourceStatus.RECHARGE, List.of(new Field("big", Field.MOST)));
        assertThat(decoded(ReportCodec.encode(report))).isEqualTo(report);
    }

    @Test
    void textsMayBePaddedAnywhere() {
        byte[] right = Wire.summed("01 0000 6162630000000000 01 01 6100006200000063 00000007");
        assertThat(decoded(right)).isEqualTo(new Report(0, "abc", SourceStatus.IDLE, List.of(new Field("abc", 7))));
    }

    @Test
    void aNameThatIsThereTwiceIsAContradiction() {
        byte[] twice =
                Wire.summed("01 0000 0000000000616263 01 02" + " 000000000068756d 00000001 68756d0000000000 00000002");
        assertThat(ReportCodec.decode(ByteBuffer.wrap(twice))).isEmpty();
    }

    @Test
    void aWrongChecksumIsAContradiction() {
        byte[] bytes = Wire.EMPTY_BYTES.clone();
        bytes[13]++;
        assertThat(ReportCodec.decode(ByteBuffer.wrap(bytes))).isEmpty();
    }

    @Test
    void anAnswerRepeatsTheNumberOrIsTheRefusal() {
        assertThat(new Accepted(Wire.EMPTY).answer()).isEqualTo(Wire.hex("11 0000 11"));
        assertThat(new Accepted(Wire.FULL).answer()).isEqualTo(Wire.hex("11 0001 10"));
        Report last = new Report(0xFEDC, "abc", SourceStatus.IDLE, List.of());
        assertThat(new Accepted(last).answer()).isEqualTo(Wire.hex("11 FEDC 33"));
        assertThat(new Refused().answer()).isEqualTo(Wire.REFUSED);
    }

    @Test
    void aListenerSeesTheSourceBeforeTheFirstFieldAlone() {
        assertThat(Wire.EMPTY.shown()).isEqualTo("[abc] \n");
        assertThat(Wire.FULL.shown()).isEqualTo("[abc] hum | 70000\r\ntemp | 36\n");
    }

    private static Report decoded(byte[] bytes) {
        return ReportCodec.decode(ByteBuffer.wrap(bytes)).orElseThrow();
    }
}
