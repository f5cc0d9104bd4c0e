package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Response;

/** People who write to each other at an easy pace, and how long a message takes from one to the other. */
final class Pairs implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<Guest> writers = new ArrayList<>();
    private final List<Guest> readers = new ArrayList<>();

    Pairs(InetSocketAddress server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            writers.add(Guest.at(server, "writer" + i, "id"));
            readers.add(Guest.at(server, "reader" + i, "id"));
        }
    }

    /** Lets all of them write for so long. */
    Latencies write(Duration time) throws Exception {
        Latencies all = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        try (Together people = new Together()) {
            for (int i = 0; i < writers.size(); i++) {
                int pair = i;
                people.start(() -> {
                    Latencies own = new Latencies();
                    while (System.nanoTime() < end) {
                        own.add(one(pair));
                        Thread.sleep(PAUSE.toMillis()); // The pace.
                    }
                    synchronized (all) {
                        all.addAll(own);
                    }
                });
            }
            people.await();
        }
        return all;
    }

    private long one(int pair) throws IOException {
        long start = System.nanoTime();
        writers.get(pair).say(new Msg("reader" + pair, "writer" + pair, "hello"));
        while (!(readers.get(pair).hear() instanceof Msg)) {
            // A probe, perhaps.
        }
        long took = System.nanoTime() - start;
        Response answer = writers.get(pair).answer();
        if (!answer.isGood()) {
            throw new AssertionError("writer" + pair + " was refused: " + answer);
        }
        return took;
    }

    @Override
    public void close() throws IOException {
        for (Guest guest : writers) {
            guest.close();
        }
        for (Guest guest : readers) {
            guest.close();
        }
    }
}
