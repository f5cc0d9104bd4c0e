package jim.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** People who write to each other for a while, and what came of it. For one thread. */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    /**
     * What came of a load.
     *
     * @param delivered how many messages, or copies of them, arrived in that time
     * @param took how long one was on its way, in nanoseconds
     * @param faults what went wrong, also before and after that time
     */
    record Outcome(long delivered, double seconds, Cost cost, Histogram took, Faults faults) {
        double perSecond() {
            return delivered / seconds;
        }

        double cpuPerMillion() {
            return cost.server() * 1e6 / delivered;
        }
    }

    private final Crowd crowd;
    private final int senders;
    private final int copies;
    private final Histogram took = new Histogram(LONGEST, 3);
    private Pace pace;
    private long arrived;

    private Load(Crowd crowd, int senders, int copies) {
        this.crowd = crowd;
        this.senders = senders;
        this.copies = copies;
        crowd.tell(this::arrived);
    }

    /** Everybody writes to one other, who writes back. The crowd has an even size. */
    static Load pairs(Crowd crowd) {
        List<Talker> all = crowd.talkers();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).writeTo(crowd.name(i ^ 1), crowd.speech());
            all.get(i).listenTo(i ^ 1, 1, crowd.faults());
        }
        return new Load(crowd, all.size(), 1);
    }

    /** Everybody joins one room, in which the first few write. */
    static Load room(Crowd crowd, String room, int senders) throws IOException {
        crowd.join(room);
        List<Talker> all = crowd.talkers();
        for (Talker talker : all) {
            talker.writeTo(room, crowd.speech());
            talker.listenTo(0, senders, crowd.faults());
        }
        return new Load(crowd, senders, crowd.speech().echoes() ? all.size() : all.size() - 1);
    }

    /** A load with {@code window} messages of each sender on their way. */
    Outcome closed(int window, Duration settle, Duration time, ServerProcess server) throws IOException {
        return run(now -> new ClosedLoop(senders(), window, copies), settle, time, server);
    }

    /** A load with {@code perSecond} messages of all senders together. */
    Outcome open(int perSecond, Duration settle, Duration time, ServerProcess server) throws IOException {
        return run(now -> new OpenLoop(senders(), perSecond, now), settle, time, server);
    }

    private List<Talker> senders() {
        return crowd.talkers().subList(0, senders);
    }

    private Outcome run(Function<Long, Pace> begin, Duration settle, Duration time, ServerProcess server)
            throws IOException {
        pace = begin.apply(System.nanoTime());
        pump(settle);
        Cost.Meter meter = Cost.meter(server);
        long before = arrived;
        took.reset();
        long start = System.nanoTime();
        pump(time);
        double seconds = (System.nanoTime() - start) / 1e9;
        Outcome outcome = new Outcome(arrived - before, seconds, meter.cost(), took, crowd.faults());
        drain();
        return outcome;
    }

    private void pump(Duration time) throws IOException {
        long now = System.nanoTime();
        long end = now + time.toNanos();
        while (now < end) {
            pace.write(now);
            crowd.round(pace.mayWait());
            now = System.nanoTime();
        }
        // However late it is: what was due has to be sent, and bears the time at which it was.
        pace.write(end);
    }

    /** Waits for what is still on its way: what comes so late was slow, and what does not come is lost. */
    private void drain() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long all = copies * crowd.talkers().stream().mapToLong(Talker::sent).sum();
        while (arrived < all && System.nanoTime() < end) {
            crowd.round(true);
        }
        for (Talker talker : crowd.talkers()) {
            talker.closeJudges(crowd.talkers());
        }
    }

    private void arrived(Talker sender, long time) {
        arrived++;
        took.recordValue(Math.min(LONGEST, Math.max(0, System.nanoTime() - time)));
        pace.arrived(sender);
    }
}
