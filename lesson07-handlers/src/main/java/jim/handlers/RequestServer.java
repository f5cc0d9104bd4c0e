package jim.handlers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import jim.sockets.ListeningSocket;
import org.apache.logging.log4j.Logger;

/**
 * Answers requests over connections that stay open, each with a thread of its own that reads, and waits while a worker
 * runs the handler. So the answers of one connection have the order of its requests, and none waits for another's.
 */
public final class RequestServer implements AutoCloseable {
    /** The longest line, in bytes, without what ends it. */
    public static final int MAX_LINE = 64 * 1_024;

    private static final int WATCH_MILLIS = 1_000;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    /**
     * What can be chosen.
     *
     * @param reader makes a request of a line: {@code Request::new}, or the constructor of a subclass
     * @param timeLimit how long a handler may take that has no {@link TimeLimit}
     * @param writePatience how long a client may leave an answer unread, before its connection is closed
     */
    public record Options(Request.Reader reader, Duration timeLimit, Duration writePatience) {
        /** Plain requests, 5 s for a handler, and 30 s for a client to read. */
        public static final Options DEFAULT = new Options(Request::new, Duration.ofSeconds(5), Duration.ofSeconds(30));

        /** These options, but for the time of handlers. */
        public Options withTimeLimit(Duration limit) {
            return new Options(reader, limit, writePatience);
        }
    }

    private final Router router;
    private final Options options;
    private final Logger log;
    private final Set<RequestConnection> connections = ConcurrentHashMap.newKeySet();
    private ListeningSocket listening;
    private Timer watch;
    private Thread accepting;

    /** A server that does not listen yet. */
    public RequestServer(Dispatcher<Integer, RequestHandler> handlers, Options options, HandlerLogs logs) {
        this.router = new Router(handlers, options, logs);
        this.options = options;
        this.log = logs.server();
    }

    /**
     * Begins to listen.
     *
     * @param at where; port 0 for any free one
     * @return where it listens, with the port that it got
     */
    public InetSocketAddress start(InetSocketAddress at) throws IOException {
        listening = ListeningSocket.at(at);
        watch = new Timer("watch", true);
        watch.schedule(closingStuck(), WATCH_MILLIS, WATCH_MILLIS);
        accepting = new Thread(
                () -> listening.accept(this::open, why -> log.warn("a client cannot be served now", why)), "accept");
        accepting.start();
        log.info("listening on {}", listening.address());
        return listening.address();
    }

    private void open(Socket socket) {
        RequestConnection connection = new RequestConnection(socket, router, log);
        connections.add(connection);
        try {
            connection.start(() -> connections.remove(connection));
        } catch (OutOfMemoryError e) {
            connections.remove(connection);
            throw e;
        }
    }

    private TimerTask closingStuck() {
        return new TimerTask() {
            @Override
            public void run() {
                connections.forEach(connection -> connection.closeIfStuckFor(options.writePatience()));
            }
        };
    }

    /** Stops listening, lets every connection answer the request that it is at, and closes it. */
    @Override
    public void close() {
        try {
            stopListening();
            connections.forEach(RequestConnection::finish);
            long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
            for (RequestConnection connection : connections) {
                connection.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (IOException e) {
            log.warn("listening cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            router.close();
            log.info("stopped");
        }
    }

    private void stopListening() throws IOException, InterruptedException {
        if (listening != null) {
            listening.close();
            watch.cancel();
            accepting.join(CLOSE_PATIENCE.toMillis());
        }
    }
}
