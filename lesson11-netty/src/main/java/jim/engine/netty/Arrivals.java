package jim.engine.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.function.Consumer;

/**
 * Notes when each channel was accepted, and reports why none could be; Netty then waits a second and accepts again. For the
 * event loop that accepts.
 */
final class Arrivals extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<Long> AT = AttributeKey.valueOf(Arrivals.class, "at");

    private final Consumer<Throwable> failures;

    Arrivals(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /** When {@code accepted} was, as {@link System#nanoTime} has it. For any thread. */
    static long at(Channel accepted) {
        return accepted.attr(AT).get();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        ((Channel) accepted).attr(AT).set(System.nanoTime());
        context.fireChannelRead(accepted);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        failures.accept(why);
        context.fireExceptionCaught(why);
    }
}
