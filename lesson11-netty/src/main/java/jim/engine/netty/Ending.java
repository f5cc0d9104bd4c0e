package jim.engine.netty;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;

/** How a channel ends. */
final class Ending {
    private Ending() {}

    /** Closes it. Who has to know learns it from the channel: nobody waits for this. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void of(SocketChannel channel) {
        channel.close();
    }

    /** Ends what it sends, and goes on to read. It says so behind all that was written: first in the words of TLS, if it is spoken, then in those of TCP. */
    static void ofOutput(SocketChannel channel, ChannelFutureListener then) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            channel.shutdownOutput().addListener(then);
        } else {
            tls.closeOutbound().addListener(said -> channel.shutdownOutput().addListener(then));
        }
    }
}
