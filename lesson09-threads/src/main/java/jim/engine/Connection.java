package jim.engine;

import java.net.SocketAddress;
import java.time.Duration;
import jim.protocol.Frame;

/** One peer, to whom frames can be sent. Every method may be called from any thread, and none of them blocks. */
public interface Connection {
    /**
     * Sends {@code frame} after all that was sent before. When the peer reads too slowly and the outbox is full, the
     * connection closes itself with {@link Cause#TOO_SLOW}: what waits is thrown away, and the peer is told why. After the
     * end it does nothing.
     */
    void send(Frame frame);

    /**
     * Runs {@code then} when all that was sent before has been handed to the system: at once when nothing waits, else on
     * any thread. Several are run in order, one at a time. It must not block, and what it throws is reported. When what was
     * sent before is thrown away, and after the end, it is never run.
     */
    void afterSent(Runnable then);

    /** Sends what is still to be sent, then closes. No further frame reaches the listener, who hears of the end at once. */
    void close();

    /**
     * Says that something is still to be sent. When the peer ends its stream, a fault closes, the listener fails, or
     * {@link #close} is called, the listener hears of the end at once, and of no frame after it; but what is sent before the
     * last {@link #release} still reaches the peer, in order, and only then our stream ends.
     *
     * <p>Holds are counted. They hold up nothing for a peer that is lost or too slow, and no end for longer than the 5 s that
     * a peer has to take what is owed to it.
     */
    void hold();

    /** Takes one {@link #hold} back. */
    void release();

    /**
     * Reads no more, so that the peer has to wait. A frame that has been read reaches the listener after the resume. Pauses
     * are counted, as holds are: each of those who have a reason ends its own.
     */
    void pause();

    /** Takes one {@link #pause} back, and reads on when it was the last. */
    void resume();

    /**
     * From now on sends each frame in a write of its own, at least {@code gap} after the one before, as long as not many
     * wait; 0 for at once.
     */
    void pace(Duration gap);

    /** The peer's address. */
    SocketAddress peer();

    /** When the peer was let in, as {@link System#nanoTime} has it. */
    long since();
}
