package jim.protocol;

import java.util.Arrays;

/**
 * Finds, in one look, where a flat object ends and where its fields stand. Flat is an object in which no other object and
 * no array stands, and no key has an escape: nearly all that people send is. What is not flat, or has not arrived whole, is
 * left to {@link JsonFraming}'s states: nothing is refused here, and nothing kept. Used by one thread at a time.
 */
final class FlatObject {
    private static final int MOST_FIELDS = 16;

    private final long[] fields = new long[MOST_FIELDS];
    private int count;

    /**
     * Looks at the object that begins at {@code from}. All of it stands in one loop, because this is the only place
     * that looks at every byte: {@code benchmarks/engines} shows what it costs.
     *
     * @return the index behind it, or -1 when there is no whole flat object
     */
    int end(byte[] bytes, int from, int end) {
        if (from >= end || bytes[from] != '{') {
            return -1;
        }
        int at = from;
        count = 0;
        do {
            int key = JsonFraming.afterWhiteSpace(bytes, at + 1, end) + 1;
            int keyEnd = PlainText.shortEnd(bytes, key, end);
            int colon = JsonFraming.afterWhiteSpace(bytes, keyEnd + 1, end);
            int value = JsonFraming.afterWhiteSpace(bytes, colon + 1, end);
            if (value >= end || bytes[key - 1] != '"' || bytes[keyEnd] != '"' || bytes[colon] != ':') {
                return -1;
            }
            boolean text = bytes[value] == '"';
            int valueEnd = text ? PlainText.end(bytes, value + 1, end) : wordEnd(bytes, value, end);
            boolean plain = text && valueEnd < end && bytes[valueEnd] == '"';
            valueEnd = plain == text ? valueEnd : textEnd(bytes, valueEnd, end);
            fields[count++] = Outline.place(key - from, keyEnd - from, value - from, valueEnd - from, plain);
            at = JsonFraming.afterWhiteSpace(bytes, text ? valueEnd + 1 : valueEnd, end);
        } while (at < end && bytes[at] == ',' && count < MOST_FIELDS);
        return at < end && bytes[at] == '}' ? at + 1 : -1;
    }

    /** Where the fields of the object stand that was last found, each as {@link Outline} has it. */
    long[] fields() {
        return Arrays.copyOf(fields, count);
    }

    /** The closing quote of a text that has a backslash at {@code from}. */
    private static int textEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == '\\') {
            at = PlainText.end(bytes, at + 2, end);
        }
        return at;
    }

    /** A number, or true, false or null. */
    static int wordEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isWord(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isWord(byte b) {
        return (b > ',' && b < '[') || (b > ']' && b <= 'z') || b == '+';
    }
}
