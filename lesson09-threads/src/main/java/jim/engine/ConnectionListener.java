package jim.engine;

import jim.protocol.Frame;
import jim.protocol.JimFault;

/** Hears what one peer says. Called by the connection's own thread only, one call at a time, in order. */
public interface ConnectionListener {
    /** A whole frame has come. */
    void onFrame(Frame frame);

    /**
     * Bytes have come that can never become a frame. When the fault closes, none will come after them, and this is the last
     * chance to send something: when it returns, the connection is closed.
     */
    void onFault(JimFault fault);

    /** The connection has ended. The last call; comes exactly once. */
    void onClosed(Cause why);
}
