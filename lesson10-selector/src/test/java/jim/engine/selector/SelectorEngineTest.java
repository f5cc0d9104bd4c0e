package jim.engine.selector;

import jim.engine.Engine;
import jim.engine.EngineContract;
import jim.engine.EngineOptions;

/** The selector engine keeps the contract, with one loop for all connections. */
final class SelectorEngineTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new SelectorEngine(options);
    }
}
