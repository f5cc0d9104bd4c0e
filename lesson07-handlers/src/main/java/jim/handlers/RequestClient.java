package jim.handlers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server over a few connections that stay open. For any number of threads: each request has a connection to itself
 * until its answer is there, and the others wait for their turn.
 */
public final class RequestClient implements AutoCloseable {
    /** How often a request may reach the server when a connection breaks before the answer. */
    public enum Delivery {
        /** Once, or not at all. */
        AT_MOST_ONCE,
        /** Again and again until there is an answer: for what can be done twice without harm. */
        AT_LEAST_ONCE
    }

    /**
     * What can be chosen.
     *
     * @param connections the most that are open at a time
     * @param answerPatience how long an answer may take
     * @param retryPatience for how long what may be asked again is asked again, in growing distances; 0 for one attempt
     */
    public record Options(int connections, Duration answerPatience, Duration retryPatience) {
        /** 4 connections, 10 s for an answer, and 30 s for a server to come back. */
        public static final Options DEFAULT = new Options(4, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private final InetSocketAddress server;
    private final Options options;
    private final Semaphore turns;
    private final ConcurrentLinkedDeque<ClientConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * A client that connects when it is asked something.
     *
     * @param server where; its name is looked up anew for each connection
     */
    public RequestClient(InetSocketAddress server, Options options) {
        this.server = server;
        this.options = options;
        this.turns = new Semaphore(options.connections(), true);
    }

    /** Asks at most once. */
    public Answer ask(Request request) throws UnansweredException, InterruptedException {
        return ask(request, Delivery.AT_MOST_ONCE);
    }

    /**
     * Sends {@code request} and waits for its answer, good or bad. While the server cannot be reached, it tries again.
     *
     * @throws UnansweredException when there is no answer; it knows whether the request was sent
     */
    public Answer ask(Request request, Delivery delivery) throws UnansweredException, InterruptedException {
        Backoff backoff = new Backoff(options.retryPatience());
        while (true) {
            try {
                return askOnce(request);
            } catch (UnansweredException e) {
                boolean mayAgain = !e.wasSent() || delivery == Delivery.AT_LEAST_ONCE;
                if (!mayAgain || closed || !backoff.pause()) {
                    throw e;
                }
            }
        }
    }

    private Answer askOnce(Request request) throws UnansweredException, InterruptedException {
        if (!turns.tryAcquire(options.answerPatience().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new UnansweredException(false, new IOException("every connection is busy"));
        }
        try {
            ClientConnection connection = connection();
            Answer answer = connection.ask(request);
            giveBack(connection);
            return answer;
        } finally {
            turns.release();
        }
    }

    /** One that is open already, or else a new one. */
    private ClientConnection connection() throws UnansweredException {
        if (closed) {
            throw new UnansweredException(false, new IOException("this client is closed"));
        }
        for (ClientConnection open = idle.pollFirst(); open != null; open = idle.pollFirst()) {
            if (open.isFresh()) {
                return open;
            }
            open.close();
        }
        try {
            return ClientConnection.open(server, options.answerPatience());
        } catch (IOException e) {
            throw new UnansweredException(false, e);
        }
    }

    private void giveBack(ClientConnection connection) {
        idle.addFirst(connection);
        if (closed) {
            close();
        }
    }

    /** Closes every connection; those that wait for an answer, when it is there. */
    @Override
    public void close() {
        closed = true;
        for (ClientConnection open = idle.pollFirst(); open != null; open = idle.pollFirst()) {
            open.close();
        }
    }
}
