package jim.messenger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A burst of three, and then one every 100 ms. The clock is the test's, and begins anywhere. */
final class RateTest {
    private static final int BURST = 3;
    private static final Duration GAP = Duration.ofMillis(100);

    private long now = Long.MAX_VALUE - 1;
    private final Rate rate = new Rate(() -> now, BURST, GAP);

    @Test
    void afterTheBurstEachHasToWaitForTheNextToken() {
        assertThat(millisAfterTaking(1)).isZero();
        assertThat(millisAfterTaking(1)).isZero();
        assertThat(millisAfterTaking(1)).isEqualTo(100);
        pass(GAP);
        assertThat(millisAfterTaking(1)).isEqualTo(100);
        pass(Duration.ofMillis(130));
        assertThat(millisAfterTaking(1)).isEqualTo(70);
    }

    @Test
    void whoKeepsToThePaceNeverWaits() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(millisAfterTaking(1)).isZero();
            pass(GAP);
        }
    }

    @Test
    void silenceFillsTheBucketAndNoMore() {
        millisAfterTaking(BURST);
        pass(Duration.ofHours(1));
        assertThat(millisAfterTaking(BURST - 1)).isZero();
        assertThat(millisAfterTaking(1)).isEqualTo(100);
    }

    @Test
    void whoTakesMoreThanThereAreOwesThem() {
        assertThat(millisAfterTaking(BURST + 9)).isEqualTo(1_000);
        pass(Duration.ofSeconds(1));
        assertThat(millisAfterTaking(1)).isEqualTo(100);
    }

    private long millisAfterTaking(int tokens) {
        return Duration.ofNanos(rate.take(tokens)).toMillis();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
