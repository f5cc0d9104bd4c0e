package jim.presence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.sockets.DeadlineStream;
import jim.sockets.ListeningSocket;

/**
 * Takes one client after the other and answers each of its messages: receive, form, send. All of it happens on the
 * thread that calls {@link #run}; while one client is served, the next ones wait in the listen queue. How to serve them
 * at once is the topic of lessons 9 to 11.
 */
public final class ServerLoop implements AutoCloseable {
    /** A read ends in time by itself, and says so; what comes after it is cut off. */
    private static final Duration WRITE_GRACE = Duration.ofMillis(500);

    private final ServerFunctions functions;
    private final Journal journal;
    private final Duration patience;
    private final Timer timer = new Timer("deadlines", true);
    private ListeningSocket listening;

    /**
     * A loop that does not listen yet.
     *
     * @param functions what is done for each client
     * @param journal where service messages go
     * @param patience how long one client may keep the others waiting
     */
    public ServerLoop(ServerFunctions functions, Journal journal, Duration patience) {
        this.functions = functions;
        this.journal = journal;
        this.patience = patience;
    }

    /**
     * Begins to listen.
     *
     * @param at where; port 0 for any free one
     * @return where it listens, with the port that it got
     */
    public InetSocketAddress listen(InetSocketAddress at) throws IOException {
        listening = ListeningSocket.at(at);
        return listening.address();
    }

    /** Serves clients until {@link #close}. */
    public void run() {
        listening.accept(this::serveInTime, why -> journal.caught("nobody can be accepted now", why));
        timer.cancel();
    }

    /** A write has no time-out: a client that never reads could hold us for ever if its socket were not closed. */
    private void serveInTime(Socket client) {
        TimerTask deadline = closing(client);
        timer.schedule(deadline, patience.plus(WRITE_GRACE).toMillis());
        try (client) {
            serve(client);
        } catch (IOException e) {
            journal.caught("a client was lost", e);
        } finally {
            deadline.cancel();
        }
    }

    private TimerTask closing(Socket client) {
        return new TimerTask() {
            @Override
            public void run() {
                try {
                    client.close();
                } catch (IOException e) {
                    journal.caught("a client could not be closed", e);
                }
            }
        };
    }

    private void serve(Socket client) throws IOException {
        SocketAddress peer = client.getRemoteSocketAddress();
        journal.note("client " + peer + " connected");
        InputStream bytes = new DeadlineStream(client, patience);
        FrameReader in = new FrameReader(bytes, new JsonFraming());
        try {
            Frame message = functions.receiveMessage(in);
            while (message != null) {
                functions.sendAnswer(client.getOutputStream(), functions.formAnswer(message));
                message = functions.receiveMessage(in);
            }
            journal.note("client " + peer + " left");
        } catch (JimFault fault) {
            journal.caught("client " + peer + " does not speak JIM", fault);
            functions.sendAnswer(client.getOutputStream(), fault.answer());
            client.shutdownOutput();
            // What is left unread when a socket closes makes it a reset, which can overtake the answer.
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Stops listening; {@link #run} returns when the client that it serves has gone. */
    @Override
    public void close() throws IOException {
        if (listening != null) {
            listening.close();
        }
    }
}
