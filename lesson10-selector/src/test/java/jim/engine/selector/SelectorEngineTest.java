package jim.engine.selector;

import jim.engine.EngineOptions;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;

/** The selector engine keeps the contract, with one loop for all connections. */
final class SelectorEngineTest extends LoopContract {
    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new SelectorEngine(options);
    }
}
