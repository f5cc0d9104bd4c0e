package jim.engine.netty;

import java.nio.ByteBuffer;
import jim.engine.Cause;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;

/** Frames back to back in a stream. */
record PlainWire(Framing framing) implements Wire {
    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        return framing.next(in);
    }

    @Override
    public boolean midFrame() {
        return framing.midFrame();
    }

    @Override
    public Frame wrap(Frame frame) {
        return frame;
    }

    @Override
    public Frame farewell(Cause why) {
        return null;
    }
}
