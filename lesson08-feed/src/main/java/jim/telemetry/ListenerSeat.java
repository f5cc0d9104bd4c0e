package jim.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import jim.feed.End;
import jim.feed.QueuedSubscription;
import jim.presence.Journal;
import jim.telemetry.Board.Place;

/** One listener in the hall: its connection, and what waits for it. For the hall's thread. */
final class ListenerSeat {
    /** Left to itself, the system keeps megabytes for a listener that does not read. */
    private static final int SYSTEM_BYTES = 64 * 1_024;

    /** Something that may find the connection broken. */
    interface Step {
        void take() throws IOException;
    }

    private final SocketChannel channel;
    private final SocketAddress peer;
    private final Place place;
    private final QueuedSubscription<byte[]> reports;
    private SelectionKey key;
    /** What the listener had no room for; empty for nothing. */
    private ByteBuffer unsent = ByteBuffer.allocate(0);

    ListenerSeat(SocketChannel channel, Place place) throws IOException {
        this.channel = channel;
        this.peer = channel.getRemoteAddress();
        this.place = place;
        this.reports = place.reports();
    }

    /** Greets, and asks {@code selector} to watch. */
    void open(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BYTES);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        write(ByteBuffer.wrap(place.greeting().getBytes(US_ASCII)));
    }

    /** Runs {@code then}, on the thread of a source, when too much waits. */
    void whenTooSlow(Runnable then) {
        reports.ended().thenAccept(end -> {
            if (end == End.TOO_SLOW) {
                then.run();
            }
        });
    }

    /**
     * Something has come, or there is room again. What a listener says is not heard.
     *
     * @throws IOException when the listener has left
     */
    void ready(ByteBuffer scratch) throws IOException {
        if (key.isReadable() && channel.read(scratch) < 0) {
            throw new EOFException("it hung up");
        }
        if (key.isWritable()) {
            writeRest();
        }
    }

    /** Writes what waits, as much as there is room for; {@code buffer} is for what goes in one write. */
    void tell(ByteBuffer buffer) throws IOException {
        while (!unsent.hasRemaining()) {
            gather(buffer.clear());
            if (!buffer.flip().hasRemaining()) {
                return;
            }
            write(buffer);
        }
    }

    private void gather(ByteBuffer buffer) {
        byte[] report = buffer.remaining() < Report.MOST_SHOWN ? null : reports.poll();
        while (report != null) {
            buffer.put(report);
            report = buffer.remaining() < Report.MOST_SHOWN ? null : reports.poll();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        unsent = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        watch();
    }

    private void writeRest() throws IOException {
        channel.write(unsent);
        watch();
    }

    private void watch() {
        key.interestOps(SelectionKey.OP_READ | (unsent.hasRemaining() ? SelectionKey.OP_WRITE : 0));
    }

    void close(Journal journal) {
        reports.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            journal.caught(this + " cannot be closed", e);
        }
    }

    @Override
    public String toString() {
        return "listener " + peer;
    }
}
