package jim.engine;

import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;

/**
 * The last step of the way in, the same for every engine: bytes become frames, and frames reach the listener. For the
 * connection's own thread.
 */
public final class Hearing {
    private final Framing framing;
    private final ConnectionListener listener;
    private final Connection connection;

    /** What {@code listener} hears of {@code connection}. */
    public Hearing(Framing framing, ConnectionListener listener, Connection connection) {
        this.framing = framing;
        this.listener = listener;
        this.connection = connection;
    }

    /** Takes bytes up to the end of the next frame, and passes it on if it is there. A fault that closes, closes. */
    public void next(ByteBuffer bytes) {
        try {
            Frame frame = framing.next(bytes);
            if (frame != null) {
                listener.onFrame(frame);
            }
        } catch (JimFault fault) {
            refuse(fault);
        }
    }

    /** Tells the listener what is wrong with what has come. A fault that closes, closes. */
    public void refuse(JimFault fault) {
        listener.onFault(fault);
        if (fault.closes()) {
            connection.close();
        }
    }

    /** Tells the listener that nothing more will come. */
    public void end(Cause why) {
        listener.onClosed(why);
    }
}
