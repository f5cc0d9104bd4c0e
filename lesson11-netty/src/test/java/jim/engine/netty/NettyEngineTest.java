package jim.engine.netty;

import jim.engine.Burst;
import jim.engine.EngineOptions;
import jim.engine.LoopContract;
import jim.engine.LoopEngine;
import org.junit.jupiter.api.Test;

/** The Netty engine keeps the contract, with one loop for all connections. */
final class NettyEngineTest extends LoopContract {
    @Override
    protected LoopEngine newEngine(EngineOptions options) {
        return new NettyEngine(options);
    }

    @Test
    void whatManySendToOneWithinARoundFindsRoom() throws Exception {
        Burst.fromManyToOne(NettyEngine::new);
    }
}
