package jim.engine.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;

/** How a server's connections are encrypted. For any thread: its certificate may be changed while it runs. */
public final class Encryption {
    private volatile SslContext context;

    /** With {@code certificate}, until another is shown. */
    public Encryption(Certificate certificate) throws IOException {
        show(certificate);
    }

    /** From now on new connections are shown {@code certificate}; those that are there go on. */
    public void show(Certificate certificate) throws IOException {
        context = certificate.context();
    }

    /** What stands in the pipeline of {@code channel}. It gives a peer 10 s for the handshake, which is Netty's default. */
    ChannelHandler handler(SocketChannel channel) {
        return context.newHandler(channel.alloc());
    }
}
