package jim.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class SlowListenersTest {
    private static final int LISTENERS = 1_000;
    private static final int STUCK = 10;
    private static final int SOURCES = 3;
    private static final int REPORTS = 10;
    private static final int BACKLOG = 100;

    private final RunningServer server = new RunningServer(BACKLOG);

    /** What is in flight always finds a place with whoever reads, so that only those who never read are too slow. */
    @Test
    void ofAThousandListenersTenNeverReadAndTheOthersGetAll() throws Exception {
        try (server;
                ManyListeners reading = new ManyListeners(LISTENERS - STUCK, server.listenerPort())) {
            List<Peer> stuck = new ArrayList<>();
            for (int i = 0; i < STUCK; i++) {
                stuck.add(Peer.connectNarrow(server.listenerPort()));
            }
            List<Peer> sources = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                sources.add(server.source());
            }
            long expected = "No sources yet\n".length();
            reading.awaitLength(expected);
            while (!server.hasNoted("too slow", STUCK)) {
                expected += round(sources);
                reading.awaitLength(expected);
            }
            for (Peer peer : stuck) {
                peer.awaitEnd();
            }
        }
    }

    /** Each source reports; the length of what a listener is told. */
    private static int round(List<Peer> sources) throws IOException {
        int length = 0;
        for (int i = 0; i < REPORTS; i++) {
            for (int source = 0; source < SOURCES; source++) {
                Report report = large(i, "source" + source);
                sources.get(source).send(report);
                length += report.shown().length();
            }
        }
        for (Peer source : sources) {
            source.awaitAnswers(REPORTS);
        }
        return length;
    }

    private static Report large(int number, String source) {
        List<Field> fields = IntStream.range(0, 100)
                .mapToObj(i -> new Field("name" + i, Field.MOST))
                .toList();
        return new Report(number, source, SourceStatus.IDLE, fields);
    }
}
