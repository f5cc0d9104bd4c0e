package jim.engine;

import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Status;

/** A framing that refuses one frame, and goes on behind it. */
final class FussyFraming implements Framing {
    /** What it refuses. */
    static final Frame REFUSED = Frame.of("{\"refused\":true}");

    private final Framing json = new JsonFraming();

    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        Frame frame = json.next(in);
        if (REFUSED.equals(frame)) {
            throw JimFault.stay(Status.BAD_REQUEST, "not this one");
        }
        return frame;
    }

    @Override
    public boolean midFrame() {
        return json.midFrame();
    }
}
