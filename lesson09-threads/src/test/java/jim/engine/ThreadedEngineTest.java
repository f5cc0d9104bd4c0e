package jim.engine;

/** The threaded engine keeps the contract. */
final class ThreadedEngineTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new ThreadedEngine(options);
    }
}
