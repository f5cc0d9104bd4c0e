package jim.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds whole JSON objects that stand back to back in a stream (protocol, section 1).
 *
 * <pre>
 *              {                  "                \
 *   BETWEEN ──────▶ STRUCTURE ◀──────▶ STRING ◀──────▶ ESCAPE
 *      ▲  ▲ white      │                      any byte
 *      └──┘ space      │ the } that closes the first {
 *      ▲               ▼
 *      └────────── a whole frame
 * </pre>
 *
 * <p>It counts braces and brackets, and leaves the rest of the grammar to {@link StrictJson}: its work is to know where
 * an object ends, and to give up on one that grows over the bounds.
 */
public final class JsonFraming implements Framing {
    /** The largest object, in bytes. */
    public static final int MAX_BYTES = 8_192;

    /** The deepest nesting of objects and arrays; the object itself is level 1. */
    public static final int MAX_DEPTH = 8;

    private enum State {
        BETWEEN,
        STRUCTURE,
        STRING,
        ESCAPE
    }

    private State state = State.BETWEEN;
    private byte[] object = new byte[256];
    private int length;
    private int depth;
    /** Bit d is set when the open level d is an array: what closes it must be a bracket. */
    private int arrays;

    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        while (in.hasRemaining()) {
            byte b = in.get();
            if (state == State.BETWEEN && isWhiteSpace(b)) {
                continue;
            }
            keep(b);
            state = after(b);
            if (state == State.BETWEEN) {
                return take();
            }
        }
        return null;
    }

    @Override
    public boolean midFrame() {
        return state != State.BETWEEN;
    }

    private State after(byte b) throws JimFault {
        return switch (state) {
            case BETWEEN -> begin(b);
            case STRUCTURE -> structure(b);
            case STRING -> b == '"' ? State.STRUCTURE : b == '\\' ? State.ESCAPE : State.STRING;
            case ESCAPE -> State.STRING;
        };
    }

    private State begin(byte b) throws JimFault {
        if (b != '{') {
            throw JimFault.close("expected a JSON object that begins with '{', got " + name(b));
        }
        return open(false);
    }

    private State structure(byte b) throws JimFault {
        return switch (b) {
            case '"' -> State.STRING;
            case '{' -> open(false);
            case '[' -> open(true);
            case '}' -> close(false);
            case ']' -> close(true);
            default -> State.STRUCTURE;
        };
    }

    private State open(boolean array) throws JimFault {
        if (++depth > MAX_DEPTH) {
            throw JimFault.close("the object is nested deeper than " + MAX_DEPTH + " levels");
        }
        arrays = array ? arrays | 1 << depth : arrays & ~(1 << depth);
        return State.STRUCTURE;
    }

    private State close(boolean array) throws JimFault {
        if (array != ((arrays >> depth & 1) == 1)) {
            throw JimFault.close(array ? "']' closes an object" : "'}' closes an array");
        }
        return --depth == 0 ? State.BETWEEN : State.STRUCTURE;
    }

    private void keep(byte b) throws JimFault {
        if (length == MAX_BYTES) {
            throw JimFault.close("the object is longer than " + MAX_BYTES + " bytes");
        }
        if (length == object.length) {
            object = Arrays.copyOf(object, Math.min(2 * length, MAX_BYTES));
        }
        object[length++] = b;
    }

    private Frame take() {
        Frame frame = Frame.copyOf(object, 0, length);
        length = 0;
        return frame;
    }

    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static String name(byte b) {
        return b > ' ' && b < 127 ? "'" + (char) b + "'" : String.format("the byte 0x%02x", b);
    }
}
