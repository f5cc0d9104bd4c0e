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
 * an object ends, and to give up on one that grows over the bounds. An object that has arrived whole and is flat does not
 * go through the states: {@link FlatObject} sees its end at once.
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

    /** One for each thread that reads, and not for each connection: what it has found is taken at once. */
    private static final ThreadLocal<FlatObject> FLAT = ThreadLocal.withInitial(FlatObject::new);

    private static final byte[] NOTHING = {};

    private State state = State.BETWEEN;
    /** The beginning of an object that did not end with the bytes in which it began. */
    private byte[] begun = NOTHING;

    private int length;
    private int depth;
    /** Bit d is set when the open level d is an array: what closes it must be a bracket. */
    private int arrays;

    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        if (!in.hasArray()) {
            return nextOfCopy(in);
        }
        int from = in.arrayOffset() + in.position();
        int end = in.arrayOffset() + in.limit();
        if (state == State.BETWEEN) {
            from = afterWhiteSpace(in.array(), from, end);
            FlatObject flat = FLAT.get();
            int flatEnd = flat.end(in.array(), from, Math.min(end, from + MAX_BYTES));
            if (flatEnd > 0) {
                in.position(flatEnd - in.arrayOffset());
                return Frame.copyOf(in.array(), from, flatEnd - from, flat.fields());
            }
        }
        int most = Math.min(end, from + MAX_BYTES - length);
        int to = scan(in.array(), from, most);
        in.position(to - in.arrayOffset());
        if (state == State.BETWEEN && to > from) {
            return take(in.array(), from, to);
        }
        if (to < end) {
            in.get();
            throw JimFault.close("the object is longer than " + MAX_BYTES + " bytes");
        }
        keep(in.array(), from, to);
        return null;
    }

    private Frame nextOfCopy(ByteBuffer in) throws JimFault {
        ByteBuffer copy =
                ByteBuffer.allocate(in.remaining()).put(in.duplicate()).flip();
        try {
            return next(copy);
        } finally {
            in.position(in.position() + copy.position());
        }
    }

    static int afterWhiteSpace(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isWhiteSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    /**
     * Goes through the bytes, up to the end of the object if it is there. Not private: of a private method the compiler
     * refuses parameters that nobody reads, as long as a learner has emptied it.
     */
    int scan(byte[] bytes, int from, int end) throws JimFault {
        int at = from;
        while (at < end) {
            // Most bytes stand in texts: they are passed without a look at the state.
            at = state == State.STRING ? PlainText.end(bytes, at, end) : at;
            if (at < end) {
                state = after(bytes[at++]);
                if (state == State.BETWEEN) {
                    return at;
                }
            }
        }
        return at;
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

    private void keep(byte[] bytes, int from, int to) {
        int more = to - from;
        if (length + more > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(2 * length, length + more));
        }
        System.arraycopy(bytes, from, begun, length, more);
        length += more;
    }

    private Frame take(byte[] bytes, int from, int to) {
        if (length == 0) {
            return Frame.copyOf(bytes, from, to - from);
        }
        keep(bytes, from, to);
        Frame frame = Frame.copyOf(begun, 0, length);
        begun = NOTHING;
        length = 0;
        return frame;
    }

    private static boolean isWhiteSpace(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
    }

    private static String name(byte b) {
        return b > ' ' && b < 127 ? "'" + (char) b + "'" : String.format("the byte 0x%02x", b);
    }
}
