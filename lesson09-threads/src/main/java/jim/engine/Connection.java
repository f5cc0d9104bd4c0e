package jim.engine;

import java.net.SocketAddress;
import java.time.Duration;
import jim.protocol.Frame;

/** One peer, to whom frames can be sent. Every method may be called from any thread, and none of them blocks. */
public interface Connection {
    /**
     * Sends {@code frame} after all that was sent before. When the peer reads too slowly and the outbox is full, the
     * connection closes itself with {@link Cause#TOO_SLOW}: what waits is thrown away, and the peer is told why. After a
     * close it does nothing.
     */
    void send(Frame frame);

    /** Sends what is still to be sent, then closes. No further frame reaches the listener. */
    void close();

    /** Reads no more, so that the peer has to wait. A frame that has been read reaches the listener after the resume. */
    void pause();

    /** Reads on. */
    void resume();

    /**
     * From now on sends each frame in a write of its own, at least {@code gap} after the one before, as long as not many
     * wait; 0 for at once.
     */
    void pace(Duration gap);

    /** The peer's address. */
    SocketAddress peer();
}
