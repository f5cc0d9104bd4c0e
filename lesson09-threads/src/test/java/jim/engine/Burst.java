package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;

/** A rule for an engine with one loop: what it reads in one round may be more than an outbox holds. */
public final class Burst {
    private static final int WRITERS = 6;
    private static final Frame WAIT = Frame.of("{\"wait\":true}");
    private static final Frame QUARTER = Frame.of("{\"text\":\"" + "x".repeat(4_096) + "\"}");

    private Burst() {}

    /** Each writer fills half of the outbox of one who reads all the time, and all of them are read within one round. */
    public static void fromManyToOne(RunningEngine.Maker engineWithOneLoop) throws Exception {
        CompletableFuture<Void> allHaveWritten = new CompletableFuture<>();
        CompletableFuture<Connection> reader = new CompletableFuture<>();
        Heard.Reaction reaction = (frame, connection) -> {
            if (frame.equals(WAIT)) {
                allHaveWritten.join();
            } else {
                reader.join().send(frame);
            }
        };
        List<ScriptedPeer> writers = new ArrayList<>();
        List<Heard> heard = new ArrayList<>();
        try (RunningEngine engine = new RunningEngine(engineWithOneLoop, 4 * QUARTER.length(), reaction);
                ScriptedPeer peer = engine.connect()) {
            Heard readers = engine.awaitAccepted();
            reader.complete(readers.connection());
            for (int i = 0; i < WRITERS; i++) {
                writers.add(engine.connect());
                heard.add(engine.awaitAccepted());
            }
            peer.send(WAIT);
            assertThat(readers.awaitFrame()).isEqualTo(WAIT);
            for (ScriptedPeer writer : writers) {
                writer.send(List.of(Pieces.glued(List.of(QUARTER, QUARTER))));
            }
            allHaveWritten.complete(null);
            for (Heard each : heard) {
                assertThat(List.of(each.awaitFrame(), each.awaitFrame())).containsOnly(QUARTER);
            }
            for (int i = 0; i < 2 * WRITERS; i++) {
                assertThat(peer.awaitFrame()).isEqualTo(QUARTER);
            }
            for (ScriptedPeer writer : writers) {
                writer.close();
            }
        }
    }
}
