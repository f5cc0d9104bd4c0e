package jim.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Where the fields of a flat object stand in its frame, so that whoever wants to know one or two of them need not read the
 * whole. It is no proof of strict JSON: that is {@link StrictJson}'s work. Of a field that is there twice it knows the
 * first. Immutable.
 */
public final class Outline {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private final byte[] bytes;
    private final long[] fields;

    Outline(byte[] bytes, long[] fields) {
        this.bytes = bytes;
        this.fields = fields;
    }

    /** A field's place, in one number: where its key and its value begin and end, and whether the value is a plain text. */
    static long place(int key, int keyEnd, int value, int valueEnd, boolean plain) {
        return (long) key << (3 * BITS)
                | (long) keyEnd << (2 * BITS)
                | (long) value << BITS
                | (long) valueEnd << 1
                | (plain ? 1 : 0);
    }

    /** Whether the field {@code name} is a text without escapes, and is {@code text}. */
    public boolean has(byte[] name, byte[] text) {
        long field = find(name);
        return isPlain(field) && is(begin(field), end(field), text);
    }

    /** The text of the field {@code name}; null when it is not there, or no text, or one with escapes. */
    public String text(byte[] name) {
        long field = find(name);
        int from = begin(field);
        return isPlain(field) ? new String(bytes, from, end(field) - from, StandardCharsets.UTF_8) : null;
    }

    /** The place of a field, or 0. */
    private long find(byte[] name) {
        for (long field : fields) {
            if (is((int) (field >> (3 * BITS)), (int) (field >> (2 * BITS)) & MASK, name)) {
                return field;
            }
        }
        return 0;
    }

    private static boolean isPlain(long field) {
        return (field & 1) != 0;
    }

    /** A text's first byte stands behind its quote. */
    private static int begin(long field) {
        return 1 + ((int) (field >> BITS) & MASK);
    }

    private static int end(long field) {
        return ((int) field & MASK) >> 1;
    }

    private boolean is(int from, int to, byte[] text) {
        if (to - from != text.length) {
            return false;
        }
        int same = 0;
        while (same < text.length && bytes[from + same] == text[same]) {
            same++;
        }
        return same == text.length;
    }
}
