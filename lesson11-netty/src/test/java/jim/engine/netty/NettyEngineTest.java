package jim.engine.netty;

import jim.engine.Engine;
import jim.engine.EngineContract;
import jim.engine.EngineOptions;

/** The Netty engine keeps the contract, with one loop for all connections. */
final class NettyEngineTest extends EngineContract {
    @Override
    protected Engine newEngine(EngineOptions options) {
        return new NettyEngine(options);
    }
}
