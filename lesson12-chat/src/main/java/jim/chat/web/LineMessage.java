package jim.chat.web;

import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * Takes each message of a WebSocket as one line, also an empty one, whether a line end is behind it or not. Two lines in one
 * message are a fault that stays. The engine has bounded it.
 */
final class LineMessage implements Framing {
    /** Whether the message that is being asked about has been given out. */
    private boolean isTaken;

    @Override
    public Frame next(ByteBuffer message) throws JimFault {
        isTaken = !isTaken || message.hasRemaining();
        if (!isTaken) {
            return null;
        }
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return line(bytes);
    }

    private Frame line(byte[] bytes) throws JimFault {
        int length = bytes.length;
        while (length > 0 && isLineEnd(bytes[length - 1])) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (isLineEnd(bytes[i])) {
                isTaken = false;
                throw JimFault.stay(Status.BAD_REQUEST, "expected one line in each message");
            }
        }
        return Frame.copyOf(bytes, 0, length);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    @Override
    public boolean midFrame() {
        return false;
    }
}
