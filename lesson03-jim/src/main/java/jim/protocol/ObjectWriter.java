package jim.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes one JSON object, field by field, straight into the bytes of a frame: as UTF-8, with an escape only where JSON
 * demands one. Every answer and every message goes through here, so no tree and no map of the object is made. Used once, by
 * one thread.
 */
public final class ObjectWriter {
    /** Most objects that a server writes are shorter. */
    private static final int FIRST_BYTES = 256;

    /** So much is added to most objects that had been written before. */
    private static final int MORE_BYTES = 64;

    /** Names, of fields and of people, are not longer. */
    private static final int SHORT = 25;

    /** Of a long that is not negative. */
    private static final int MOST_DIGITS = 19;

    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes;
    private int length;

    /** An object without fields. */
    public ObjectWriter() {
        this(FIRST_BYTES);
    }

    /**
     * An object without fields.
     *
     * @param expected how many bytes it will probably have
     */
    ObjectWriter(int expected) {
        bytes = new byte[expected];
        bytes[length++] = '{';
    }

    /** An object that begins as the one in {@code line}, which ends in a line feed. */
    ObjectWriter(Frame line) {
        length = line.length() - 2;
        bytes = new byte[length + MORE_BYTES];
        line.copyTo(bytes, 0, 0, length);
    }

    /**
     * Adds a field.
     *
     * @param name not used before
     * @param value a text, a number, a boolean, a {@link Hexadecimal}, or a list or map of these; null leaves the field out
     */
    public ObjectWriter put(String name, Object value) {
        if (value != null) {
            name(name);
            value(value);
        }
        return this;
    }

    /** The same, with a name that was made before. */
    ObjectWriter put(FieldName name, String text) {
        if (text != null) {
            name(name);
            text(text);
        }
        return this;
    }

    /** The same for a number of hexadecimal digits. */
    ObjectWriter put(FieldName name, Hexadecimal number) {
        name(name);
        hexadecimal(number);
        return this;
    }

    /** The same for a number. */
    ObjectWriter put(FieldName name, long number) {
        name(name);
        whole(number);
        return this;
    }

    /** The same for any value. */
    ObjectWriter put(FieldName name, Object value) {
        if (value != null) {
            name(name);
            value(value);
        }
        return this;
    }

    /** Adds a time, as the number that stands in {@code seconds}. */
    ObjectWriter put(FieldName name, Seconds seconds) {
        name(name);
        room(Seconds.MOST_BYTES);
        length = seconds.copyTo(bytes, length);
        return this;
    }

    /** Adds all of {@code fields}; a value that is null is written as null. */
    public ObjectWriter putAll(Map<?, ?> fields) {
        if (!fields.isEmpty()) {
            fields.forEach((name, value) -> {
                name(String.valueOf(name));
                value(value);
            });
        }
        return this;
    }

    /** The object, and a line feed behind it. Nothing can be added any more. */
    public Frame line() {
        room(2);
        bytes[length++] = '}';
        bytes[length++] = '\n';
        return Frame.holding(bytes, length);
    }

    private void name(String name) {
        if (bytes[length - 1] != '{') {
            put((byte) ',');
        }
        text(name);
        put((byte) ':');
    }

    /** The comma before the first one becomes the brace of the object. */
    private void name(FieldName name) {
        room(FieldName.MOST_BYTES);
        if (length == 1) {
            length = name.copyTo(bytes, 0);
            bytes[0] = '{';
        } else {
            length = name.copyTo(bytes, length);
        }
    }

    private void value(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Hexadecimal digits) {
            hexadecimal(digits);
        } else if (value instanceof Integer || value instanceof Long) {
            whole(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> fields) {
            put((byte) '{');
            putAll(fields);
            put((byte) '}');
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            verbatim(word(value));
        } else {
            text(String.valueOf(value));
        }
    }

    private static String word(Object value) {
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(((Number) value).doubleValue())) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        return String.valueOf(value);
    }

    private void list(List<?> list) {
        put((byte) '[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                put((byte) ',');
            }
            value(list.get(i));
        }
        put((byte) ']');
    }

    private void text(String text) {
        if (text.length() > SHORT || !shortText(text)) {
            anyText(text);
        }
    }

    /** Nearly all short texts are ASCII, and not worth a copy; false, and nothing is written, when one is not. */
    private boolean shortText(String text) {
        room(text.length() + 2);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        length = at;
        return true;
    }

    private void anyText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 2);
        bytes[length++] = '"';
        int plain = PlainText.endOfUnescaped(utf8, 0, utf8.length);
        copy(utf8, 0, plain);
        while (plain < utf8.length) {
            escape(utf8[plain]);
            int next = PlainText.endOfUnescaped(utf8, plain + 1, utf8.length);
            copy(utf8, plain + 1, next);
            plain = next;
        }
        put((byte) '"');
    }

    private void copy(byte[] from, int begin, int end) {
        room(end - begin);
        System.arraycopy(from, begin, bytes, length, end - begin);
        length += end - begin;
    }

    private void escape(byte b) {
        room(6);
        bytes[length++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[length++] = b;
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[b >> 4];
                bytes[length++] = HEX[b & 15];
            }
        }
    }

    /** Digit by digit from behind; the numbers of JIM are seldom negative. */
    private void whole(long number) {
        if (number < 0) {
            verbatim(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long least = 10; digits < MOST_DIGITS && number >= least; least *= 10) {
            digits++;
        }
        room(digits);
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void hexadecimal(Hexadecimal number) {
        room(2 + Hexadecimal.MOST_BYTES);
        bytes[length++] = '"';
        length = number.copyTo(bytes, length);
        bytes[length++] = '"';
    }

    private void verbatim(String word) {
        byte[] ascii = ascii(word);
        copy(ascii, 0, ascii.length);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private void put(byte b) {
        room(1);
        bytes[length++] = b;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
