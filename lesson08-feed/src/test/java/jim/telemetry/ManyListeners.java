package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Listeners without number, read by one thread. Of what each has heard it keeps the length and a checksum. */
final class ManyListeners implements AutoCloseable {
    private static final class Heard {
        private final CRC32 sum = new CRC32();
        private long length;
    }

    private final Selector selector = Selector.open();
    private final List<Heard> all = new ArrayList<>();
    private final ByteBuffer chunk = ByteBuffer.allocate(64 * 1_024);

    ManyListeners(int count, int port) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            Heard heard = new Heard();
            all.add(heard);
            channel.register(selector, SelectionKey.OP_READ, heard);
        }
    }

    /** Reads until each has heard {@code length} bytes; all must have heard the same ones. */
    void awaitLength(long length) throws IOException {
        long deadline = System.nanoTime() + Peer.PATIENCE.toNanos();
        while (all.stream().anyMatch(heard -> heard.length < length) && System.nanoTime() < deadline) {
            selector.select(this::read, 100);
        }
        assertThat(all).allMatch(heard -> heard.length == length);
        assertThat(all.stream().map(heard -> heard.sum.getValue()).distinct()).hasSize(1);
    }

    private void read(SelectionKey key) {
        Heard heard = (Heard) key.attachment();
        try {
            int count = ((SocketChannel) key.channel()).read(chunk.clear());
            assertThat(count).as("a listener that reads is not hung up on").isNotNegative();
            heard.length += count;
            heard.sum.update(chunk.flip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
