package jim.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of people who write to each other, each with a window of messages on their way: for every message that arrives, the
 * next one leaves. So a server is as busy as it can be, and no queue grows. One thread.
 */
final class ClosedLoop implements AutoCloseable {
    private static final int MOST_AT_ONCE = 64;

    private final Selector selector;
    private final List<Talker> talkers = new ArrayList<>();
    private final Map<Talker, Talker> partners = new LinkedHashMap<>();
    private final Map<Talker, Integer> owed = new LinkedHashMap<>();
    private final ByteBuffer room = ByteBuffer.allocateDirect(MOST_AT_ONCE * 1_024);
    private final int window;

    /**
     * Connects everyone.
     *
     * @param users how many people; an even number
     * @param window how many messages of each are on their way, at most 64
     */
    ClosedLoop(InetSocketAddress server, Speech speech, int users, int window) throws IOException {
        this.selector = Selector.open();
        this.window = window;
        for (int i = 0; i < users; i++) {
            talkers.add(Talker.connect(server, speech, "load" + i));
        }
        for (int i = 0; i < users; i++) {
            Talker partner = talkers.get(i ^ 1);
            talkers.get(i).talk(speech, partner, partner, selector);
            partners.put(talkers.get(i), partner);
        }
    }

    /** Begins: everyone sends a window. */
    void start() throws IOException {
        for (Talker talker : talkers) {
            talker.send(window, room);
        }
    }

    /** Goes on for {@code time}, and says how many messages arrived. */
    long run(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        long delivered = 0;
        while (System.nanoTime() < end) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                delivered += hear((Talker) key.attachment());
            }
            selector.selectedKeys().clear();
            answer();
        }
        return delivered;
    }

    private int hear(Talker talker) throws IOException {
        int count = talker.hear();
        owed.merge(partners.get(talker), count, Integer::sum);
        return count;
    }

    private void answer() throws IOException {
        for (Map.Entry<Talker, Integer> entry : owed.entrySet()) {
            entry.getKey().send(entry.getValue(), room);
        }
        owed.clear();
    }

    @Override
    public void close() throws IOException {
        for (Talker talker : talkers) {
            talker.close();
        }
        selector.close();
    }
}
