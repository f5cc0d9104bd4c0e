package jim.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import jim.bench.speech.Speech;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.server.MessengerOptions;
import jim.messenger.server.MessengerServer;
import jim.messenger.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads on the messenger itself. */
final class LoadTest {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final MessengerServer server = new MessengerServer(
            LogFile.none(), MessengerOptions.USUAL.withLimits(Limits.NONE), new MemoryStore(InstantSource.system()));
    private InetSocketAddress address;

    @BeforeEach
    void start() throws IOException {
        address = server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Whatever of it had not arrived would be lost. */
    private static int sent(Crowd crowd) {
        return crowd.talkers().stream().mapToInt(Talker::sent).sum();
    }

    @Test
    void pairsHearEverythingThatTheyWriteToEachOther() throws IOException {
        try (Crowd crowd = Crowd.of(address, Speech.JIM, "p", 10)) {
            Load.Outcome outcome = Load.pairs(crowd).closed(16, MOMENT, MOMENT, null);

            assertThat(outcome.faults()).hasToString("0 lost, 0 twice, 0 out of order, 0 astray, 0 refused");
            assertThat(sent(crowd)).isPositive();
        }
    }

    @Test
    void anOpenLoopSendsAtItsRate() throws IOException {
        try (Crowd crowd = Crowd.of(address, Speech.JIM, "p", 10)) {
            Load.Outcome outcome = Load.pairs(crowd).open(1_000, Duration.ZERO, MOMENT, null);

            assertThat(outcome.faults().none()).isTrue();
            assertThat(sent(crowd)).isGreaterThanOrEqualTo(100);
            assertThat(outcome.took().getMaxValue()).isPositive();
        }
    }

    @Test
    void aRoomHearsEveryMessageButItsOwn() throws IOException {
        try (Crowd crowd = Crowd.of(address, Speech.JIM, "p", 10)) {
            Load.Outcome outcome = Load.room(crowd, "#room", 3).closed(4, MOMENT, MOMENT, null);

            assertThat(outcome.faults()).hasToString("0 lost, 0 twice, 0 out of order, 0 astray, 0 refused");
            assertThat(sent(crowd)).isPositive();
        }
    }

    @Test
    void whoIsNotLetInIsNamedWithTheReason() {
        assertThatThrownBy(() -> Crowd.of(address, Speech.JIM, "no name ", 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"response\":400");
    }
}
