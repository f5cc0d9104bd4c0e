package jim.engine.netty;

import jim.engine.Engine;
import jim.engine.EngineContract;
import jim.engine.EngineOptions;

/** The Netty engine keeps the contract when several loops share the connections. */
final class ManyNettyLoopsTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new NettyEngine(options).withLoops(3);
    }
}
