package jim.chat.web;

import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.Framing;

/** Takes each message of a WebSocket as it is, even an empty one. The engine has bounded it. */
final class WholeMessage implements Framing {
    /** Whether the message that is being asked about has been given out. */
    private boolean isTaken;

    @Override
    public Frame next(ByteBuffer message) {
        isTaken = !isTaken || message.hasRemaining();
        if (!isTaken) {
            return null;
        }
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return Frame.copyOf(bytes, 0, bytes.length);
    }

    @Override
    public boolean midFrame() {
        return false;
    }
}
