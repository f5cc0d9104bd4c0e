package jim.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds what ends the plain part of a JSON text: the next quote or backslash. Most bytes of a message stand in texts, so it
 * looks at eight of them at a time, and so do the questions that are asked of all bytes of an object.
 */
final class PlainText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long SPACES = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private PlainText() {}

    /**
     * The index of the first quote or backslash in {@code bytes} from {@code from} on, or {@code end}. Eight bytes may reach
     * behind that, where anything may stand: what is found there does not count.
     */
    static int end(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && at <= bytes.length - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
            if (found != 0) {
                return Math.min(end, at + Long.numberOfTrailingZeros(found) / Byte.SIZE);
            }
            at += Long.BYTES;
        }
        return at < end ? shortEnd(bytes, at, end) : end;
    }

    /** The same for a text that is surely short, such as a key. */
    static int shortEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The index of the first byte from {@code from} on that JSON wants escaped in a text, or {@code end}. */
    static int endOfUnescaped(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            if ((zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | controls(eight)) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /** Whether there is a control character between {@code from} and {@code end}. */
    static boolean hasControls(byte[] bytes, int from, int end) {
        int at = from;
        long found = 0;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            found |= controls((long) EIGHT.get(bytes, at));
        }
        for (; at < end; at++) {
            found |= bytes[at] >= 0 && bytes[at] < ' ' ? 1 : 0;
        }
        return found != 0;
    }

    /** Whether all bytes between {@code from} and {@code end} are ASCII, and none is a control character. */
    static boolean isVisibleAscii(byte[] bytes, int from, int end) {
        int at = from;
        long found = 0;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            found |= (eight - SPACES) | eight;
        }
        for (; at < end; at++) {
            found |= bytes[at] < ' ' ? HIGHS : 0;
        }
        return (found & HIGHS) == 0;
    }

    /** Not 0 when one of the bytes is below a space. */
    private static long controls(long eight) {
        return (eight - SPACES) & ~eight & HIGHS;
    }

    /** The highest bit of each byte that is zero, up to the first such byte; the bits above it may be wrong. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }
}
