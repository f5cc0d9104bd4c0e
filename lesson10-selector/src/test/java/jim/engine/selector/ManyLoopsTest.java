package jim.engine.selector;

import jim.engine.Engine;
import jim.engine.EngineContract;
import jim.engine.EngineOptions;

/** The selector engine keeps the contract when several loops share the connections. */
final class ManyLoopsTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new SelectorEngine(options, 3);
    }
}
