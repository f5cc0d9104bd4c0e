package jim.engine;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Moves whole frames between sockets and listeners. May be used from any thread. */
public interface Engine extends AutoCloseable {
    /**
     * Begins to listen, and gives every connection that comes to {@code acceptor}.
     *
     * @param at where to listen; port 0 for any free one
     * @return where it listens, with the port that it got
     * @throws IOException when it cannot listen there
     */
    InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException;

    /** Stops listening, sends what connections have been given to send, and closes them. Returns when that is done. */
    @Override
    void close();
}
