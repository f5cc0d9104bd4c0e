package jim.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;
import jim.protocol.Frame;
import jim.protocol.Framing;

/**
 * What an engine must know of those whom it serves.
 *
 * @param framing makes the framing of a new connection
 * @param outboxBytes the most bytes that may wait for one peer
 * @param tooSlow makes the last frame for a peer who has let that many wait
 * @param failures is told what a listener threw, or why no connection could be accepted; from any thread
 */
public record EngineOptions(
        Supplier<Framing> framing, int outboxBytes, Supplier<Frame> tooSlow, Consumer<Throwable> failures) {}
