package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.testkit.ScriptedPeer;

/** A listener that keeps what it hears, for a test to wait for, and answers as the test wants. */
public final class Heard implements ConnectionListener {
    /** What a listener does about what it hears. */
    public interface Reaction {
        void to(Frame frame, Connection connection);

        /** About a fault. */
        default void toFault(Connection connection) {
            connection.send(LAST);
        }

        /** About the end. */
        default void toEnd() {}
    }

    /** What a listener says about a fault, before the connection ends. */
    public static final Frame LAST = Frame.of("{\"last\":true}\n");

    /** What a peer is told that has let too much wait. */
    public static final Frame TOO_SLOW = Frame.of("{\"too\":\"slow\"}\n");

    private final Connection connection;
    private final Reaction reaction;
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Whether the test has waited for the end. */
    private boolean ended;

    Heard(Connection connection, Reaction reaction) {
        this.connection = connection;
        this.reaction = reaction;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void onFrame(Frame frame) {
        hear(frame);
        reaction.to(frame, connection);
    }

    @Override
    public void onFault(JimFault fault) {
        hear(fault);
        reaction.toFault(connection);
    }

    @Override
    public void onClosed(Cause why) {
        hear(why);
        reaction.toEnd();
    }

    private void hear(Object event) {
        threads.add(Thread.currentThread());
        events.add(event);
    }

    /** Waits for the next frame. */
    public Frame awaitFrame() {
        return await(Frame.class);
    }

    /** Waits for a fault. */
    public JimFault awaitFault() {
        return await(JimFault.class);
    }

    /** Waits for the end. Whatever else comes before it is a failure. */
    public Cause awaitClosed() {
        ended = true;
        return await(Cause.class);
    }

    /** Whether the end has come, which the test has not waited for. */
    boolean hasHeardOfItsEnd() {
        return events.stream().anyMatch(Cause.class::isInstance);
    }

    /** Nothing has come that the test has not waited for. */
    public void assertSilent() {
        assertThat(events).isEmpty();
    }

    /** The end has come once, after it nothing, and before it nothing unexpected; all of it was said by one thread. */
    void assertEnded() {
        if (!ended) {
            awaitClosed();
        }
        assertThat(events).isEmpty();
        assertThat(threads).hasSize(1);
    }

    private <T> T await(Class<T> type) {
        try {
            Object event = events.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).as("what the listener heard").isInstanceOf(type);
            return type.cast(event);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
