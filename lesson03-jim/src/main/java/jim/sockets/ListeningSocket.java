package jim.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A server's socket, on which it accepts clients until it is closed. {@link #close} may be called from any thread. */
public final class ListeningSocket implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    /** Takes a client that has come; called by the thread that accepts. */
    public interface Door {
        /**
         * Takes {@code client}, whose writes go out at once (TCP_NODELAY), and sees to it that it is closed in the end.
         *
         * @throws IOException when it cannot be served; it is closed
         */
        void enter(Socket client) throws IOException;
    }

    private final ServerSocket socket;

    private ListeningSocket(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Begins to listen.
     *
     * @param at where; port 0 for any free one
     * @throws IOException when it cannot listen there
     */
    public static ListeningSocket at(InetSocketAddress at) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(at, BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new ListeningSocket(socket);
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /**
     * Gives each client that comes to {@code door}, until it is closed.
     *
     * @param failures is told why a client could not be accepted or served
     */
    public void accept(Door door, Consumer<Throwable> failures) {
        while (!socket.isClosed()) {
            try {
                let(socket.accept(), door, failures);
            } catch (IOException | OutOfMemoryError e) {
                later(e, failures);
            }
        }
    }

    private static void let(Socket client, Door door, Consumer<Throwable> failures) throws IOException {
        try {
            client.setTcpNoDelay(true);
            door.enter(client);
        } catch (IOException e) {
            client.close();
            failures.accept(e);
        } catch (OutOfMemoryError e) {
            client.close();
            throw e;
        }
    }

    /** Out of descriptors or threads: the clients that are there go on, and some of them will leave. */
    private void later(Throwable why, Consumer<Throwable> failures) {
        if (!socket.isClosed()) {
            failures.accept(why);
            LockSupport.parkNanos(ACCEPT_PAUSE.toNanos());
        }
    }

    /** Stops listening. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
