package jim.messenger.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import jim.messenger.store.Pulse;

/** What is counted as it happens: one addition each, without a lock and without an object. For any thread. */
public final class Tally implements Pulse {
    private final LongAdder messages = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder logins = new LongAdder();
    private final LongAdder refusedLogins = new LongAdder();
    private final LongAdder storeFailures = new LongAdder();
    private final ConcurrentMap<Integer, LongAdder> refusals = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> connections = new ConcurrentHashMap<>();
    private volatile LongConsumer commits = nanos -> {};

    /** Somebody has written to a person or a room. */
    public void message() {
        messages.increment();
    }

    /** A message has found a reader who is online. */
    public void delivery() {
        deliveries.increment();
    }

    /** Somebody has come. */
    public void login() {
        logins.increment();
    }

    /** A request was answered with {@code code}, which is not a good one. */
    public void refusal(int code, boolean isLogin) {
        LongAdder known = refusals.get(code); // Which takes no lock, ever.
        (known == null ? refusals.computeIfAbsent(code, each -> new LongAdder()) : known).increment();
        if (isLogin) {
            refusedLogins.increment();
        }
    }

    /** The connections that are open at {@code door}. */
    public LongAdder connections(String door) {
        return connections.computeIfAbsent(door, each -> new LongAdder());
    }

    @Override
    public void committed(long nanos) {
        commits.accept(nanos);
    }

    @Override
    public void failed() {
        storeFailures.increment();
    }

    /** From now on {@code listener} hears how long each commit takes, in nanoseconds. */
    void onCommit(LongConsumer listener) {
        commits = listener;
    }

    long messages() {
        return messages.sum();
    }

    long deliveries() {
        return deliveries.sum();
    }

    long storeFailures() {
        return storeFailures.sum();
    }

    Map<String, LongAdder> logins() {
        return Map.of("accepted", logins, "refused", refusedLogins);
    }

    Map<Integer, LongAdder> refusals() {
        return refusals;
    }

    Map<String, LongAdder> connections() {
        return connections;
    }
}
