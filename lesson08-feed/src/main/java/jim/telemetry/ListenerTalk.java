package jim.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import jim.feed.End;
import jim.feed.QueuedSubscription;
import jim.telemetry.Board.Seat;

/**
 * Tells one listener what the sources report. The thread that calls {@link #with} notices when the listener hangs up, and
 * a second one writes, because a listener that does not read may keep it for ever.
 */
final class ListenerTalk implements Talk {
    private static final int GATHER_BYTES = 16 * 1_024;
    /** Left to itself, the system keeps megabytes for a listener that does not read. */
    private static final int SYSTEM_BYTES = 64 * 1_024;

    private final Board board;

    ListenerTalk(Board board) {
        this.board = board;
    }

    @Override
    public String with(Socket client) throws IOException {
        client.setSendBufferSize(SYSTEM_BYTES);
        Seat seat = board.join();
        QueuedSubscription<byte[]> reports = seat.reports();
        // Whoever waits in a read or a write of this socket wakes.
        reports.ended().thenRun(() -> close(client));
        try {
            SmallThread.start("write-" + client.getRemoteSocketAddress(), () -> write(seat, client));
            awaitEnd(client);
        } finally {
            reports.cancel();
        }
        return reports.ended().toCompletableFuture().join() == End.TOO_SLOW ? "too slow, disconnected" : "left";
    }

    /** What a listener says is not heard. */
    private static void awaitEnd(Socket client) throws IOException {
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            // The end of the stream, in a rougher way.
        }
    }

    private static void write(Seat seat, Socket client) {
        QueuedSubscription<byte[]> reports = seat.reports();
        try {
            OutputStream out = new BufferedOutputStream(client.getOutputStream(), GATHER_BYTES);
            List<byte[]> waiting = List.of(seat.greeting().getBytes(US_ASCII));
            while (!waiting.isEmpty()) {
                for (byte[] report : waiting) {
                    out.write(report);
                }
                out.flush();
                waiting = reports.take();
            }
        } catch (IOException e) {
            reports.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }
}
