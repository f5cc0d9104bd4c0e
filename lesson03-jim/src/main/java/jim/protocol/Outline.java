package jim.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the fields of a flat object stand in its frame, so that whoever wants to know one or two of them need not read the
 * whole. It is no proof of strict JSON until {@link #isStrict} says so. Of a field that is there twice it knows the first.
 * Immutable.
 */
public final class Outline {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final int length;
    private final long[] fields;

    Outline(byte[] bytes, int length, long[] fields) {
        this.bytes = bytes;
        this.length = length;
        this.fields = fields;
    }

    /**
     * Whether the object is surely strict JSON, so that {@link #value} may be used. False is no verdict: it may still be one,
     * with an escape for example, and {@link StrictJson} knows.
     */
    boolean isStrict() {
        if (!PlainText.isVisibleAscii(bytes, 0, length)
                && (PlainText.hasControls(bytes, 0, length) || !isUtf8(bytes, length))) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            if (!(isPlain(fields[i]) || isWord(fields[i])) || isThereBefore(i)) {
                return false;
            }
        }
        return true;
    }

    /** What is no UTF-8 would be shown as U+FFFD; whoever really writes that takes the longer way. */
    static boolean isUtf8(byte[] bytes, int length) {
        return PlainText.isVisibleAscii(bytes, 0, length)
                || new String(bytes, 0, length, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }

    private boolean isThereBefore(int index) {
        int from = key(fields[index]);
        int to = keyEnd(fields[index]);
        for (int i = 0; i < index; i++) {
            int other = key(fields[i]);
            int otherEnd = keyEnd(fields[i]);
            if (otherEnd - other == to - from && Arrays.equals(bytes, other, otherEnd, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(long field) {
        int from = begin(field) - 1;
        int to = end(field);
        return Decimal.stands(bytes, from, to) || is(from, to, TRUE) || is(from, to, FALSE) || is(from, to, NULL);
    }

    /** The value of the field {@code name}, as {@link StrictJson#plain} has it; null when it is not there. */
    Object value(String name) {
        long field = find(name);
        if (field == 0) {
            return null;
        }
        int from = begin(field);
        int to = end(field);
        if (isPlain(field)) {
            return utf8(from, to);
        }
        return switch (bytes[from - 1]) {
            case 't' -> true;
            case 'f' -> false;
            case 'n' -> null;
            default -> new Decimal(bytes, from - 1, to);
        };
    }

    private long find(String name) {
        for (long field : fields) {
            if (is(key(field), keyEnd(field), name)) {
                return field;
            }
        }
        return 0;
    }

    /** Names of fields that are looked for are ASCII. */
    private boolean is(int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        int same = 0;
        while (same < name.length() && bytes[from + same] == name.charAt(same)) {
            same++;
        }
        return same == name.length();
    }

    private static int key(long field) {
        return (int) (field >> (3 * BITS));
    }

    private static int keyEnd(long field) {
        return (int) (field >> (2 * BITS)) & MASK;
    }

    private String utf8(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
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
        return isPlain(field) ? utf8(from, end(field)) : null;
    }

    /** The place of a field, or 0. */
    private long find(byte[] name) {
        for (long field : fields) {
            if (is(key(field), keyEnd(field), name)) {
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
