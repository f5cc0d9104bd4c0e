package jim.messenger.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jim.protocol.Names;

/** All sessions of a server, and the time by which they wait. For any thread. */
final class Sessions {
    private final Patience patience;
    private final Consumer<Throwable> failures;
    private final Set<Session> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Session> holders = new ConcurrentHashMap<>();
    /** In nanoseconds since some moment; as exact as the ticks are. */
    private volatile long now = System.nanoTime();

    /**
     * @param failures is told what goes wrong
     */
    Sessions(Patience patience, Consumer<Throwable> failures) {
        this.patience = patience;
        this.failures = failures;
    }

    /** From now on looks, with {@code timer}, whose patience has come to an end; until what it returns is cancelled. */
    ScheduledFuture<?> start(ScheduledExecutorService timer) {
        long tick = patience.tick().toNanos();
        return timer.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.NANOSECONDS);
    }

    /** Lets everybody go. */
    void farewell() {
        all.forEach(Session::farewell);
    }

    private void tick() {
        now = System.nanoTime();
        all.forEach(this::tick);
    }

    /** What goes wrong with one must not keep the others waiting for ever. */
    private void tick(Session session) {
        try {
            session.tick(now);
        } catch (RuntimeException e) {
            failures.accept(e);
        }
    }

    long now() {
        return now;
    }

    Patience patience() {
        return patience;
    }

    void add(Session session) {
        all.add(session);
    }

    void remove(Session session) {
        all.remove(session);
    }

    /** {@code session} is now known as {@code name}. */
    void named(String name, Session session) {
        holders.put(Names.key(name), session);
    }

    /** No longer. */
    void unnamed(String name, Session session) {
        holders.remove(Names.key(name), session);
    }

    /** The session of whoever is known as {@code name}; null when there is none. */
    Session holder(String name) {
        return holders.get(Names.key(name));
    }
}
