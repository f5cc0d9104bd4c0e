package jim.messenger.limits;

import jim.engine.Cause;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/**
 * Lets a listener hear lines, and their sender no more of them than it may send. Each frame is one; an empty one asks for
 * nothing, and is free.
 *
 * @param listener who hears them
 * @param throttle of the connection that they come from
 */
record ThrottledLines(ConnectionListener listener, Throttle throttle) implements ConnectionListener {
    @Override
    public void onFrame(Frame frame) {
        listener.onFrame(frame);
        if (frame.length() > 0) {
            throttle.spend(1);
        }
    }

    @Override
    public void onFault(JimFault fault) {
        listener.onFault(fault);
        throttle.spend(1);
    }

    @Override
    public void onClosed(Cause why) {
        listener.onClosed(why);
    }
}
