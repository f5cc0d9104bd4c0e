package jim.engine.netty;

import jim.engine.EngineOptions;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;

/** The Netty engine keeps the contract when several loops share the connections. */
final class ManyNettyLoopsTest extends LoopContract {
    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new NettyEngine(options).withLoops(3);
    }
}
