package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many connections that are held open, one thread for all of them; how long the server puts up with each. */
final class Crowd implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final InetSocketAddress server;
    private final List<Holder> holders = new ArrayList<>();
    private final ByteBuffer heard = ByteBuffer.allocate(8_192);
    private int left;

    Crowd(InetSocketAddress server) throws IOException {
        this.server = server;
    }

    private static final class Holder {
        private final SocketChannel channel;
        private final byte[] drip;
        private final long began = System.nanoTime();
        private int dripped;
        private long ended;

        Holder(SocketChannel channel, byte[] drip) {
            this.channel = channel;
            this.drip = drip;
        }

        boolean isThere() {
            return ended == 0;
        }

        void drip() {
            try {
                if (isThere() && dripped < drip.length) {
                    dripped += channel.write(ByteBuffer.wrap(drip, dripped, 1));
                }
            } catch (IOException e) {
                // That it has ended, is read.
            }
        }
    }

    /** One more connects, and will send a byte of {@code drip} from time to time. */
    void add(byte[] drip) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Holder holder = new Holder(channel, drip);
        channel.register(selector, SelectionKey.OP_READ, holder);
        holders.add(holder);
        left++;
    }

    /** Holds on until the server has ended all of them, or for so long; each drips when {@code pause} has passed. */
    void hold(Duration atMost, Duration pause) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long nextDrip = System.nanoTime();
        while (left > 0 && System.nanoTime() < deadline) {
            if (System.nanoTime() >= nextDrip) {
                holders.forEach(Holder::drip);
                nextDrip += pause.toNanos();
            }
            selector.select(key -> hear((Holder) key.attachment(), key), Math.max(1, pause.toMillis() / 10));
        }
    }

    private void hear(Holder holder, SelectionKey key) {
        try {
            while (holder.channel.read(heard.clear()) >= 0) {
                if (heard.position() == 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // A reset ends it as well.
        }
        holder.ended = System.nanoTime();
        key.cancel();
        left--;
    }

    /** How many are still connected. */
    int left() {
        return left;
    }

    /** How long the server has put up with the one that it has let stay longest, of those that it has ended. */
    Duration longest() {
        return Duration.ofNanos(holders.stream()
                .filter(holder -> !holder.isThere())
                .mapToLong(holder -> holder.ended - holder.began)
                .max()
                .orElse(0));
    }

    @Override
    public void close() throws IOException {
        for (Holder holder : holders) {
            holder.channel.close();
        }
        selector.close();
    }
}
