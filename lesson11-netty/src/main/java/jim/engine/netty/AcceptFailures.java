package jim.engine.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Consumer;

/** Reports why no connection could be accepted. Netty then waits a second and accepts again. */
final class AcceptFailures extends ChannelInboundHandlerAdapter {
    private final Consumer<Throwable> failures;

    AcceptFailures(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        failures.accept(why);
        context.fireExceptionCaught(why);
    }
}
