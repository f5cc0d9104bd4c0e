package jim.engine.selector;

import jim.engine.Engine;
import jim.engine.EngineContract;
import jim.engine.EngineOptions;
import org.junit.jupiter.api.Nested;

/** The selector engine keeps the contract, whether one loop serves all connections or several share them. */
final class SelectorEngineTest {
    @Nested
    final class WithOneLoop extends EngineContract {
        @Override
        protected Engine newEngine(EngineOptions options) {
            return new SelectorEngine(options);
        }
    }

    @Nested
    final class WithThreeLoops extends EngineContract {
        @Override
        protected Engine newEngine(EngineOptions options) {
            return new SelectorEngine(options, 3);
        }
    }
}
