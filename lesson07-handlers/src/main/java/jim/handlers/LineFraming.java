package jim.handlers;

import java.nio.ByteBuffer;
import java.util.Arrays;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * Cuts a stream into lines, each ended by a line feed; a carriage return before it is taken away too. A line that is too
 * long is one fault, as soon as it is, and the next line is read as if nothing had happened.
 *
 * <pre>
 *               longer than the bound: a fault
 *   ┌──▶ LINE ────────────────────────────────▶ SKIPPING ◀──┐
 *   │    │  ▲              line feed              │   │     │
 *   └────┘  └─────────────────────────────────────┘   └─────┘
 *   line feed: a frame                            any other byte
 * </pre>
 */
public final class LineFraming implements Framing {
    private enum State {
        LINE,
        SKIPPING
    }

    private final int maxBytes;
    private State state = State.LINE;
    private byte[] line = new byte[256];
    private int length;

    /**
     * @param maxBytes the longest line, without what ends it
     */
    public LineFraming(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        while (in.hasRemaining()) {
            byte b = in.get();
            if (state == State.SKIPPING) {
                state = b == '\n' ? State.LINE : State.SKIPPING;
            } else if (b == '\n') {
                return take();
            } else {
                keep(b);
            }
        }
        return null;
    }

    /** A line that was too long has had its fault already: its end cuts nothing off. */
    @Override
    public boolean midFrame() {
        return length > 0;
    }

    private void keep(byte b) throws JimFault {
        // One byte more than the longest line may wait: the carriage return.
        int most = b == '\r' ? maxBytes + 1 : maxBytes;
        if (length >= most) {
            state = State.SKIPPING;
            length = 0;
            throw JimFault.stay(Status.BAD_REQUEST, "the line is longer than " + maxBytes + " bytes");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(2 * length, maxBytes + 1));
        }
        line[length++] = b;
    }

    private Frame take() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        return Frame.copyOf(line, 0, end);
    }
}
