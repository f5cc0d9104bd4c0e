package jim.engine.selector;

import java.nio.ByteBuffer;
import jim.engine.Cause;
import jim.engine.ConnectionListener;
import jim.engine.Hearing;
import jim.protocol.Framing;

/** The way from a connection's bytes to its listener. What must wait for a resume waits here. For the loop's thread. */
final class Incoming {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SelectorConnection connection;
    private final Hearing hearing;
    /** What was read before a pause, and is still to be passed on. */
    private ByteBuffer held = NOTHING;

    Incoming(SelectorConnection connection, Framing framing, ConnectionListener listener) {
        this.connection = connection;
        this.hearing = new Hearing(framing, listener, connection);
    }

    /** Whether something waits for a resume. While it does, nothing may be read: it would overtake. */
    boolean holds() {
        return held.hasRemaining();
    }

    /** What waits for a resume. */
    ByteBuffer held() {
        return held;
    }

    /** Passes {@code bytes} on, frame by frame; after a pause it keeps a copy of the rest. */
    void pass(ByteBuffer bytes) {
        while (bytes.hasRemaining() && connection.goesOn()) {
            hearing.next(bytes);
        }
        held = bytes.hasRemaining()
                ? ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()
                : NOTHING;
    }

    /** Tells the listener that nothing more will come. */
    void end(Cause why) {
        held = NOTHING;
        hearing.end(why);
    }
}
