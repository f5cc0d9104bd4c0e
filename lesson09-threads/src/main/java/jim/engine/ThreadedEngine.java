package jim.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jim.protocol.Framing;
import jim.sockets.ListeningSocket;

/**
 * An engine with two threads for each connection: one reads and calls the listener, one writes, so that a slow reader
 * holds up nobody but itself. One more thread accepts.
 */
public final class ThreadedEngine implements Engine {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Framing> framing;
    private final int outboxBytes;
    private final Consumer<Throwable> failures;
    private final Set<ThreadedConnection> connections = ConcurrentHashMap.newKeySet();
    private ListeningSocket listening;
    private Thread accepting;

    /**
     * An engine that does not listen yet.
     *
     * @param framing makes the framing of a new connection
     * @param outboxBytes the most bytes that may wait for one peer
     * @param failures is told what a listener threw, or why no connection could be accepted; from any thread
     */
    public ThreadedEngine(Supplier<Framing> framing, int outboxBytes, Consumer<Throwable> failures) {
        this.framing = framing;
        this.outboxBytes = outboxBytes;
        this.failures = failures;
    }

    @Override
    public InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException {
        listening = ListeningSocket.at(at);
        accepting = new Thread(
                () -> listening.accept(socket -> open(socket, acceptor), failures),
                "accept-" + listening.address().getPort());
        accepting.start();
        return listening.address();
    }

    private void open(Socket socket, Acceptor acceptor) {
        ThreadedConnection connection =
                new ThreadedConnection(socket, framing.get(), new Outbox(outboxBytes), failures);
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
            failures.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
