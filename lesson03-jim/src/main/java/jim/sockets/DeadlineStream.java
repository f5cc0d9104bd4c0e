package jim.sockets;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A socket's bytes until a deadline. A time-out of the socket alone would begin anew with each byte, so that a slow drip
 * of bytes could hold the reader for ever. For one thread.
 */
public final class DeadlineStream extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private long deadline;

    /**
     * The bytes of {@code socket}, from now until {@code patience} is over; after that a read is a {@link
     * SocketTimeoutException}.
     */
    public DeadlineStream(Socket socket, Duration patience) throws IOException {
        this(socket, patience, System::nanoTime);
    }

    /** For tests, by a clock of their own. */
    DeadlineStream(Socket socket, Duration patience, LongSupplier nanoTime) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.patience = patience;
        this.nanoTime = nanoTime;
        restart();
    }

    /** Begins the whole patience anew: the next answer is awaited. */
    public void restart() {
        deadline = nanoTime.getAsLong() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = (deadline - nanoTime.getAsLong()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("its " + patience.toSeconds() + " s are over");
        }
        socket.setSoTimeout((int) left);
        return in.read(bytes, offset, length);
    }
}
