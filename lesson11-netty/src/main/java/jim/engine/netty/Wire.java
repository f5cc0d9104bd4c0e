package jim.engine.netty;

import jim.engine.Cause;
import jim.protocol.Frame;
import jim.protocol.Framing;

/** How the frames of one connection travel: as they are, or as the messages of a WebSocket. */
interface Wire extends Framing {
    /** The bytes in which {@code frame} leaves. May be called from any thread. */
    Frame wrap(Frame frame);

    /** The bytes that come after all others, or null. */
    Frame farewell(Cause why);
}
