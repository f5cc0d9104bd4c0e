package jim.messenger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Five attempts a minute (protocol, section 3). The clock is the test's, and begins anywhere. */
final class LoginAttemptsTest {
    private static final int MOST = 5;

    private final InetAddress home = address("192.0.2.1");
    private long now = Long.MAX_VALUE - 1;
    private final LoginAttempts attempts = new LoginAttempts(() -> now, 3);

    @Test
    void theSixthInAMinuteHasToWaitForItsEnd() {
        assertAllowed(1, "ann", home);
        pass(Duration.ofSeconds(10));
        assertAllowed(MOST - 1, "ann", home);
        assertThat(attempts.secondsToWait("ann", home)).isEqualTo(50);
        pass(Duration.ofMillis(49_001));
        assertThat(attempts.secondsToWait("ann", home)).isEqualTo(1);
        pass(Duration.ofMillis(999));
        assertAllowed(1, "ann", home);
        assertThat(attempts.secondsToWait("ann", home)).isEqualTo(10);
    }

    @Test
    void whoIsRefusedDoesNotHaveToWaitLongerForAsking() {
        assertAllowed(MOST, "ann", home);
        pass(Duration.ofSeconds(59));
        assertThat(attempts.secondsToWait("ann", home)).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertAllowed(MOST, "ann", home);
    }

    @Test
    void attemptsFromElsewhereLockNobodyOut() {
        assertAllowed(MOST, "ann", address("198.51.100.7"));
        assertAllowed(MOST, "ann", home);
        assertThat(attempts.secondsToWait("ann", home)).isPositive();
    }

    @Test
    void attemptsForAnotherNameDoNotCount() {
        assertAllowed(MOST, "ann", home);
        assertAllowed(MOST, "bob", home);
    }

    /** Whoever has one address of IPv6 has 2^64 of them. */
    @Test
    void theAddressesOfOneNetworkCountTogether() {
        assertAllowed(MOST, "ann", address("2001:db8:1:2::1"));
        assertThat(attempts.secondsToWait("ann", address("2001:db8:1:2:ffff::9")))
                .isEqualTo(60);
        assertAllowed(MOST, "ann", address("2001:db8:1:3::1"));
    }

    @Test
    void theRightPasswordMakesUpForTheWrongOnes() {
        assertAllowed(MOST, "ann", home);
        attempts.succeeded("ann", home);
        assertAllowed(MOST, "ann", home);
    }

    @Test
    void whatDoesNotCountAnyMoreIsForgotten() {
        assertAllowed(1, "ann", home);
        assertAllowed(1, "bob", home);
        pass(Duration.ofSeconds(30));
        assertAllowed(1, "ann", home);
        pass(Duration.ofSeconds(30));
        assertAllowed(1, "eve", home);
        assertThat(attempts.remembered()).isEqualTo(2);
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < 100; i++) {
            assertAllowed(MOST, "guess" + i, home);
        }
        assertThat(attempts.remembered()).isEqualTo(3);
        assertThat(attempts.secondsToWait("guess99", home)).isEqualTo(60);
    }

    private void assertAllowed(int count, String name, InetAddress from) {
        for (int i = 0; i < count; i++) {
            assertThat(attempts.secondsToWait(name, from)).as("attempt " + i).isZero();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
