package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TelemetryServerTest {
    private final RunningServer server = new RunningServer(TelemetryServer.BACKLOG);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyListenerHearsAReportAndItsSourceIsAnswered() throws IOException {
        try (Peer source = server.source();
                Peer one = server.listener();
                Peer two = server.listener()) {
            source.send(Wire.EMPTY_BYTES).awaitBytes("11 0000 11");
            source.send(Wire.FULL_BYTES).awaitBytes("11 0001 10");
            assertThat(one.awaitText("36\n")).isEqualTo("[abc] \n[abc] hum | 70000\r\ntemp | 36\n");
            assertThat(two.awaitText("36\n")).isEqualTo("[abc] \n[abc] hum | 70000\r\ntemp | 36\n");
        }
    }

    @Test
    void aListenerIsGreetedWithTheSourcesThatAreKnownThoughTheyAreGone() throws IOException {
        try (Peer early = Peer.connect(server.listenerPort())) {
            assertThat(early.awaitText("\n")).isEqualTo("No sources yet\n");
        }
        try (Peer source = server.source()) {
            source.send(Wire.FULL_BYTES).awaitBytes("11 0001 10");
            source.send(new Report(9, "x", SourceStatus.RECHARGE, List.of())).awaitBytes("11 0009 18");
        }
        try (Peer late = Peer.connect(server.listenerPort())) {
            assertThat(late.awaitText("\n")).matches("\\[abc] 1 \\| ACTIVE \\| \\d{1,5}\n");
            assertThat(late.awaitText("\n")).matches("\\[x] 9 \\| RECHARGE \\| \\d{1,5}\n");
        }
    }

    @Test
    void aRefusedReportIsHeardByNobody() throws IOException {
        try (Peer source = server.source();
                Peer listener = server.listener()) {
            source.send(Wire.flipped(Wire.FULL_BYTES, 8 * 13)).awaitBytes("12 0000 12");
            source.send(Wire.EMPTY_BYTES).awaitBytes("11 0000 11");
            assertThat(listener.awaitText("\n")).isEqualTo("[abc] \n");
        }
    }

    @Test
    void severalReportsInOneSegmentAreAnsweredOneByOne() throws IOException {
        try (Peer source = server.source()) {
            source.send(Wire.EMPTY_BYTES, Wire.hex("00 ff"), Wire.FULL_BYTES, Wire.EMPTY_BYTES);
            source.awaitBytes("11 0000 11 11 0001 10 11 0000 11");
        }
    }

    @Test
    void theEndOfTheStreamEndsAReportThatIsNotWhole() throws IOException {
        try (Peer source = server.source()) {
            source.send(Wire.EMPTY_BYTES, Wire.hex("01 0000")).endOutput().awaitBytes("11 0000 11 12 0000 12");
        }
    }

    @Test
    void whoVanishesDisturbsNobody() throws Exception {
        try (Peer source = server.source();
                Peer listener = server.listener()) {
            server.listener().reset();
            server.awaitNote("went: left");
            server.source().send(Wire.hex("01 0000")).reset();
            server.awaitNote("was lost");
            source.send(Wire.EMPTY_BYTES).awaitBytes("11 0000 11");
            assertThat(listener.awaitText("\n")).isEqualTo("[abc] \n");
        }
    }

    @Test
    void whatAListenerSaysIsNotHeard() throws IOException {
        try (Peer source = server.source();
                Peer listener = server.listener()) {
            listener.send(Wire.FULL_BYTES);
            source.send(Wire.EMPTY_BYTES).awaitBytes("11 0000 11");
            assertThat(listener.awaitText("\n")).isEqualTo("[abc] \n");
        }
    }

    @Test
    void whoCameAndHowItWentIsNoted() throws Exception {
        try (Peer source = server.source()) {
            source.send(Wire.EMPTY_BYTES, Wire.flipped(Wire.EMPTY_BYTES, 8 * 13))
                    .awaitBytes("11 0000 11 12 0000 12");
        }
        server.awaitNote("came");
        server.awaitNote("went: 1 accepted, 1 refused");
    }
}
