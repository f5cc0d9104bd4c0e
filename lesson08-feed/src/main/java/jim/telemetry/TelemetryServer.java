package jim.telemetry;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jim.feed.Feed;
import jim.presence.Journal;

/** Hears sources on one port, and tells listeners on the other. */
final class TelemetryServer implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** How much may wait for a listener before it is disconnected. */
    static final int BACKLOG = 65_536;

    private final Doors doors;
    private final ListenerHall hall;
    private final Journal journal;
    private final Board board;
    private final Set<Socket> sources = ConcurrentHashMap.newKeySet();

    /**
     * A server that accepts nobody yet. It closes its doors when it is closed.
     *
     * @param backlog the most reports that may wait for one listener
     */
    TelemetryServer(Doors doors, int backlog, Journal journal) throws IOException {
        this.doors = doors;
        this.journal = journal;
        Feed<byte[]> feed = new Feed<>(thrown -> journal.caught("a listener could not be told", thrown));
        this.board = new Board(feed, backlog, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        this.hall = new ListenerHall(doors.listeners(), board, journal);
    }

    /** Begins to accept, on threads that end when the server is closed. */
    void start() {
        hall.start();
        new Thread(
                        () -> doors.sources()
                                .accept(this::hear, why -> journal.caught("no source can be accepted now", why)),
                        "accept-sources")
                .start();
    }

    private void hear(Socket source) {
        String name = "source " + source.getRemoteSocketAddress();
        sources.add(source);
        SmallThread.start(name, () -> hear(name, source));
    }

    private void hear(String name, Socket source) {
        journal.note(name + " came");
        try (source) {
            journal.note(name + " went: " + new SourceTalk(board, SILENCE).with(source));
        } catch (IOException e) {
            journal.caught(name + " was lost", e);
        } finally {
            sources.remove(source);
        }
    }

    /** Stops accepting, and hangs up. */
    @Override
    public void close() throws IOException {
        hall.close();
        doors.close();
        for (Socket source : sources) {
            source.close();
        }
    }
}
