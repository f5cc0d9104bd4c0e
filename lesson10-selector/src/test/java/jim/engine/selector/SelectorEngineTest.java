package jim.engine.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jim.engine.Connection;
import jim.engine.EngineOptions;
import jim.engine.Heard;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;
import jim.engine.RunningEngine;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** The selector engine keeps the contract, with one loop for all connections. */
final class SelectorEngineTest extends LoopContract {
    private static final Frame WAIT = Frame.of("{\"wait\":true}");
    private static final Frame QUARTER = Frame.of("{\"text\":\"" + "x".repeat(4_096) + "\"}");

    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new SelectorEngine(options);
    }

    /** Each of them fills half of the outbox, and all are read within one round: whoever reads is not too slow for that. */
    @Test
    void whatManySendToOneWithinARoundFindsRoom() throws Exception {
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
        try (RunningEngine engine = new RunningEngine(SelectorEngine::new, 4 * QUARTER.length(), reaction);
                ScriptedPeer peer = ScriptedPeer.connect(engine.address())) {
            Heard readers = engine.awaitAccepted();
            reader.complete(readers.connection());
            for (int i = 0; i < 6; i++) {
                writers.add(ScriptedPeer.connect(engine.address()));
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
            for (int i = 0; i < 2 * writers.size(); i++) {
                assertThat(peer.awaitFrame()).isEqualTo(QUARTER);
            }
            for (ScriptedPeer writer : writers) {
                writer.close();
            }
        }
    }
}
