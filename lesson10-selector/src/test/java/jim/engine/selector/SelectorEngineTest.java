package jim.engine.selector;

import jim.engine.Burst;
import jim.engine.EngineOptions;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;
import org.junit.jupiter.api.Test;

/** The selector engine keeps the contract, with one loop for all connections. */
final class SelectorEngineTest extends LoopContract {
    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new SelectorEngine(options);
    }

    @Test
    void whatManySendToOneWithinARoundFindsRoom() throws Exception {
        Burst.fromManyToOne(SelectorEngine::new);
    }
}
