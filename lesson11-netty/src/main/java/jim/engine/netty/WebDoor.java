package jim.engine.netty;

import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** A peer begins with a request, and has a connection when it has asked for a WebSocket. */
record WebDoor(Web web) implements Door {
    @Override
    public void open(SocketChannel channel, Service service) {
        channel.pipeline()
                .addLast(
                        new HttpRequestDecoder(),
                        new HttpResponseEncoder(),
                        new HttpObjectAggregator(0),
                        new WebRequest(web, service));
    }
}
