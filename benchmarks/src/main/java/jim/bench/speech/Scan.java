package jim.bench.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Looks for a byte, eight at a time: nothing else takes a load generator as long. */
final class Scan {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;

    private Scan() {}

    /** Where {@code wanted} first stands, or -1. */
    static int find(byte[] bytes, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long differences = (long) EIGHT.get(bytes, at) ^ pattern;
            long found = (differences - ONES) & ~differences & TOPS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at < to ? at : -1;
    }

    /** Where a text begins, or -1. */
    static int text(byte[] bytes, int from, int to) {
        int at = find(bytes, from, to, Text.MARK.charAt(0));
        return at >= 0 && at + Text.LENGTH <= to ? at : -1;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    static String shown(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, 200), ISO_8859_1).strip();
    }
}
