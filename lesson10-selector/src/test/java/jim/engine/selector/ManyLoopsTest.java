package jim.engine.selector;

import jim.engine.EngineOptions;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;

/** The selector engine keeps the contract when several loops share the connections. */
final class ManyLoopsTest extends LoopContract {
    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new SelectorEngine(options, 3);
    }
}
