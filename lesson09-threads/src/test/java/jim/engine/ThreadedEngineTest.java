package jim.engine;

import java.io.IOException;
import java.util.function.Consumer;
import jim.protocol.JsonFraming;

/** The threaded engine keeps the contract. */
final class ThreadedEngineTest extends EngineContract {
    @Override
    Engine newEngine(int outboxBytes, Consumer<Throwable> failures) throws IOException {
        return new ThreadedEngine(JsonFraming::new, outboxBytes, failures);
    }
}
