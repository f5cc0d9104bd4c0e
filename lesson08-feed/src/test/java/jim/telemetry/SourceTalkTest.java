package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import jim.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SourceTalkTest {
    private final Board board = new Board(new Feed<>(thrown -> {}), 10, () -> 0);

    @Test
    void aReportThatStaysUnfinishedIsRefusedSinceItsSourceWaits() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Peer source = Peer.connect(door.getLocalPort())) {
            SourceTalk talk = new SourceTalk(board, Duration.ofMillis(50));
            Thread server = new Thread(() -> serve(talk, door));
            server.start();
            byte[] tooManyCounted = Wire.EMPTY_BYTES.clone();
            tooManyCounted[12] = 1;
            source.send(tooManyCounted).awaitBytes("12 0000 12");
            source.send(Wire.EMPTY_BYTES).awaitBytes("11 0000 11");
            source.endOutput();
        }
        assertThat(board.join().greeting()).startsWith("[abc] 0 | IDLE");
    }

    private static void serve(SourceTalk talk, ServerSocket door) {
        try (var client = door.accept()) {
            talk.with(client);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
