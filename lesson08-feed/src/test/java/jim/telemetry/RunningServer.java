package jim.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.cli.Stop;
import jim.presence.Journal;

/** A server on two free ports, for tests, and what it tells the person who runs it. */
final class RunningServer implements AutoCloseable {
    private final Doors doors;
    private final TelemetryServer server;
    private final int listenerPort;
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

    /**
     * @param backlog the most reports that may wait for a listener
     */
    RunningServer(int backlog) {
        try {
            doors = Doors.open(free(), free());
            server = new TelemetryServer(doors, backlog, new Notes());
            listenerPort = doors.listenerPort();
        } catch (IOException | Stop e) {
            throw new AssertionError(e);
        }
        server.start();
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    Peer source() throws IOException {
        return Peer.connect(sourcePort());
    }

    /** A listener who was greeted, so that it misses nothing from now on. */
    Peer listener() throws IOException {
        Peer listener = Peer.connect(listenerPort());
        listener.awaitText("\n");
        return listener;
    }

    int sourcePort() {
        return doors.sourcePort();
    }

    int listenerPort() {
        return listenerPort;
    }

    /** Waits for a note that contains {@code text}. */
    void awaitNote(String text) throws InterruptedException {
        for (String note = ""; !note.contains(text); ) {
            note = notes.poll(Peer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (note == null) {
                throw new AssertionError("nobody noted: " + text);
            }
        }
    }

    /** Whether {@code text} has been noted {@code times} times. */
    boolean hasNoted(String text, int times) {
        return notes.stream().filter(note -> note.contains(text)).count() == times;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Notes implements Journal {
        @Override
        public void note(String what) {
            notes.add(what);
        }

        @Override
        public void caught(String doing, Throwable why) {
            notes.add(doing);
        }
    }
}
