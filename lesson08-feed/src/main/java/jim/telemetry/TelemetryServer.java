package jim.telemetry;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jim.feed.Feed;
import jim.presence.Journal;
import jim.sockets.ListeningSocket;

/** Hears sources on one port, and tells listeners on the other. */
final class TelemetryServer implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** How much may wait for a listener before it is disconnected. */
    static final int BACKLOG = 65_536;

    private final Doors doors;
    private final Journal journal;
    private final Board board;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /**
     * A server that accepts nobody yet. It closes its doors when it is closed.
     *
     * @param backlog the most reports that may wait for one listener
     */
    TelemetryServer(Doors doors, int backlog, Journal journal) {
        this.doors = doors;
        this.journal = journal;
        Feed<byte[]> feed = new Feed<>(thrown -> journal.caught("a listener could not be told", thrown));
        this.board = new Board(feed, backlog, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /** Begins to accept, on two threads that end when the server is closed. */
    void start() {
        accept("source", doors.sources(), new SourceTalk(board, SILENCE));
        accept("listener", doors.listeners(), new ListenerTalk(board));
    }

    private void accept(String kind, ListeningSocket at, Talk talk) {
        ListeningSocket.Door door = client -> {
            String name = kind + " " + client.getRemoteSocketAddress();
            clients.add(client);
            SmallThread.start(name, () -> serve(name, client, talk));
        };
        new Thread(
                        () -> at.accept(door, why -> journal.caught("no " + kind + " can be accepted now", why)),
                        "accept-" + kind)
                .start();
    }

    private void serve(String name, Socket client, Talk talk) {
        journal.note(name + " came");
        try (client) {
            journal.note(name + " went: " + talk.with(client));
        } catch (IOException e) {
            journal.caught(name + " was lost", e);
        } finally {
            clients.remove(client);
        }
    }

    /** Stops accepting, and hangs up. */
    @Override
    public void close() throws IOException {
        doors.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
