package jim.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jim.protocol.Framing;

/**
 * An engine with two threads for each connection: one reads and calls the listener, one writes, so that a slow reader
 * holds up nobody but itself. One more thread accepts.
 */
public final class ThreadedEngine implements Engine {
    private static final int BACKLOG = 4_096;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Framing> framing;
    private final int outboxBytes;
    private final Consumer<Throwable> failures;
    private final Set<ThreadedConnection> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket listening;
    private volatile Thread accepting;

    /**
     * An engine that does not listen yet.
     *
     * @param framing makes the framing of a new connection
     * @param outboxBytes the most bytes that may wait for one peer
     * @param failures is told what a listener threw, or why no connection could be accepted; from any thread
     */
    public ThreadedEngine(Supplier<Framing> framing, int outboxBytes, Consumer<Throwable> failures) throws IOException {
        this.framing = framing;
        this.outboxBytes = outboxBytes;
        this.failures = failures;
        this.listening = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException {
        listening.setReuseAddress(true);
        listening.bind(at, BACKLOG);
        accepting = new Thread(() -> accept(acceptor), "accept-" + listening.getLocalPort());
        accepting.start();
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void accept(Acceptor acceptor) {
        while (!listening.isClosed()) {
            try {
                open(listening.accept(), acceptor);
            } catch (IOException | OutOfMemoryError e) {
                acceptLater(e);
            }
        }
    }

    /** Out of descriptors or threads: the connections that are there go on, and some of them will end. */
    private void acceptLater(Throwable why) {
        if (!listening.isClosed()) {
            failures.accept(why);
            LockSupport.parkNanos(ACCEPT_PAUSE.toNanos());
        }
    }

    private void open(Socket socket, Acceptor acceptor) throws IOException {
        socket.setTcpNoDelay(true);
        ThreadedConnection connection =
                new ThreadedConnection(socket, framing.get(), new Outbox(outboxBytes), failures);
        connections.add(connection);
        try {
            connection.start(acceptor, () -> connections.remove(connection));
        } catch (OutOfMemoryError e) {
            connections.remove(connection);
            socket.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            failures.accept(e);
        }
        awaitAccepting();
        connections.forEach(ThreadedConnection::close);
        long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        for (ThreadedConnection connection : connections) {
            connection.awaitEnd(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Afterwards, whoever was just arriving is among the connections. */
    private void awaitAccepting() {
        try {
            if (accepting != null) {
                accepting.join(CLOSE_PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
