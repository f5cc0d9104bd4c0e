package jim.engine.netty;

import io.netty.channel.socket.SocketChannel;

/** What stands between a socket and its connection: it fills the pipeline of a new channel. */
interface Door {
    void open(SocketChannel channel, Service service);

    /** The connection is there at once. */
    static Door plain() {
        return (channel, service) -> {
            Wire wire = new PlainWire(service.options().framing().get());
            channel.pipeline().addLast(new NettyConnection(channel, wire, service));
        };
    }

    /** This door, and all that passes it is encrypted. */
    default Door encrypted(Encryption tls) {
        return (channel, service) -> {
            channel.pipeline().addLast(tls.handler(channel));
            open(channel, service);
        };
    }
}
