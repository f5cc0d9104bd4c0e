package jim.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.bench.speech.Speech;

/** Many people who are logged in at one server, all on one selector and one thread: the caller's. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int ROOM_BYTES = 256 * 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Hears of messages that arrive. */
    interface Arrivals {
        void arrived(Talker sender, long time);
    }

    private final Speech speech;
    private final String prefix;
    private final Selector selector = Selector.open();
    private final List<Talker> talkers = new ArrayList<>();
    private final List<Talker> toFlush = new ArrayList<>();
    private final byte[] room = new byte[ROOM_BYTES];
    private final Faults faults = new Faults();
    private Arrivals arrivals = (sender, time) -> {};
    private int loggedIn;
    private int joined;

    private Crowd(Speech speech, String prefix) throws IOException {
        this.speech = speech;
        this.prefix = prefix;
    }

    /** Connects {@code size} people, and returns when all are logged in. */
    static Crowd of(InetSocketAddress server, Speech speech, String prefix, int size) throws IOException {
        Crowd crowd = new Crowd(speech, prefix);
        try {
            crowd.logIn(server, size);
            return crowd;
        } catch (IOException e) {
            crowd.close();
            throw e;
        }
    }

    private void logIn(InetSocketAddress server, int size) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (loggedIn < size) {
            while (talkers.size() < size && talkers.size() - loggedIn < AT_ONCE) {
                talkers.add(Talker.begin(this, talkers.size(), server, selector));
            }
            roundOrFail(deadline, "log in");
        }
    }

    /** Lets everybody join a room. */
    void join(String name) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Talker talker : talkers) {
            talker.say(speech.join(name));
        }
        while (joined < talkers.size()) {
            roundOrFail(deadline, "join " + name);
        }
    }

    private void roundOrFail(long deadline, String what) throws IOException {
        round(true);
        if (!faults.none() || System.nanoTime() > deadline) {
            throw new IOException("not everybody could " + what + ": " + loggedIn + " are logged in; " + faults);
        }
    }

    /** Sends what is to be sent, and hears what has come; with {@code mayWait}, waits a moment if that is nothing. */
    void round(boolean mayWait) throws IOException {
        flush();
        if (mayWait) {
            selector.select(50);
        } else {
            letOthersRun();
            selector.selectNow();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Talker) key.attachment()).act(room);
        }
        selector.selectedKeys().clear();
    }

    /** Where there are few processors, the server waits for the one on which we look whether something has come. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersRun() {
        Thread.yield();
    }

    private void flush() throws IOException {
        for (Talker talker : toFlush) {
            talker.flush();
        }
        toFlush.clear();
    }

    void flushLater(Talker talker) {
        toFlush.add(talker);
    }

    String name(int number) {
        return prefix + number;
    }

    Speech speech() {
        return speech;
    }

    int size() {
        return talkers.size();
    }

    List<Talker> talkers() {
        return talkers;
    }

    Faults faults() {
        return faults;
    }

    void tell(Arrivals who) {
        arrivals = who;
    }

    void arrived(int sender, long time) {
        Talker talker = talkers.get(sender);
        talker.hasArrived();
        arrivals.arrived(talker, time);
    }

    /** Somebody's first wish is granted, which is to come in, or the second, which is to join a room. */
    void granted(int wish) {
        if (wish == 1) {
            loggedIn++;
        } else {
            joined++;
        }
    }

    @Override
    public void close() throws IOException {
        for (Talker talker : talkers) {
            talker.close();
        }
        selector.close();
    }
}
