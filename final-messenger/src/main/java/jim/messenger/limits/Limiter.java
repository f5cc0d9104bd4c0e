package jim.messenger.limits;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import jim.chat.door.Reception;
import jim.engine.Acceptor;
import jim.engine.Connection;
import jim.protocol.Frame;

/** Holds the peers of one server to its limits, by whatever door they come. For any thread. */
public final class Limiter {
    private static final String TOO_MANY =
            "too many connections from your address: close one, or try again in a minute";

    private final Limits limits;
    private final AddressLimit addresses;
    private final ScheduledExecutorService timer;

    /**
     * Nobody is here yet.
     *
     * @param timer lets those go on who had to wait
     */
    public Limiter(Limits limits, ScheduledExecutorService timer) {
        this.limits = limits;
        this.addresses = new AddressLimit(limits);
        this.timer = timer;
    }

    /** What slows down the peer of {@code connection}. */
    public Throttle throttle(Connection connection) {
        return new Throttle(connection, new Rate(System::nanoTime, limits.burst(), limits.gap()), timer);
    }

    /**
     * The same door, for as many from one address as may come.
     *
     * @param words makes a frame of what others are told
     * @param present counts those who are here
     */
    public Acceptor counted(Acceptor door, Function<String, Frame> words, LongAdder present) {
        return new Doorkeeper(door, addresses, words.apply(TOO_MANY), present);
    }

    /** The same reception, but each line of those who come counts as a message. */
    public Reception throttled(Reception reception) {
        return (connection, look) -> new ThrottledLines(reception.enter(connection, look), throttle(connection));
    }
}
