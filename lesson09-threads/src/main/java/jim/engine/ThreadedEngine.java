package jim.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jim.sockets.ListeningSocket;

/**
 * An engine with two threads for each connection: one reads and calls the listener, one writes, so that a slow reader
 * holds up nobody but itself. One more thread accepts.
 */
public final class ThreadedEngine implements Engine {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final EngineOptions options;
    private final Set<ThreadedConnection> connections = ConcurrentHashMap.newKeySet();
    private ListeningSocket listening;
    private Thread accepting;

    /** An engine that does not listen yet. */
    public ThreadedEngine(EngineOptions options) {
        this.options = options;
    }

    @Override
    public InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException {
        listening = ListeningSocket.at(at);
        accepting = new Thread(
                () -> listening.accept(socket -> open(socket, acceptor), options.failures()),
                "accept-" + listening.address().getPort());
        accepting.start();
        return listening.address();
    }

    private void open(Socket socket, Acceptor acceptor) {
        ThreadedConnection connection = new ThreadedConnection(socket, options);
        connections.add(connection);
        try {
            connection.start(acceptor, () -> connections.remove(connection));
        } catch (OutOfMemoryError e) {
            connections.remove(connection);
            throw e;
        }
    }

    @Override
    public void close() {
        stopListening();
        connections.forEach(ThreadedConnection::close);
        long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        for (ThreadedConnection connection : connections) {
            connection.awaitEnd(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Afterwards, whoever was just arriving is among the connections. */
    private void stopListening() {
        if (listening == null) {
            return;
        }
        try {
            listening.close();
            accepting.join(CLOSE_PATIENCE.toMillis());
        } catch (IOException e) {
            options.failures().accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
