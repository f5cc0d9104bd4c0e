package jim.engine;

/** The threaded engine keeps the contract. */
final class ThreadedEngineTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new ThreadedEngine(options);
    }

    /** Each costs two threads, where the JVM has no virtual ones. */
    @Override
    protected int manyConnections() {
        return 1_000;
    }
}
