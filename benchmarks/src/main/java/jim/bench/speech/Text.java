package jim.bench.speech;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What a message says: whose it is, which of theirs, and when it was to be sent, in digits to the base of 16; then letters,
 * up to the length of most things that people say to each other.
 */
public record Text(int sender) {
    /** How long every text is. */
    public static final int LENGTH = 100;

    /** What a text begins with. No protocol writes it in what stands before a text. */
    static final String MARK = "@@";

    private static final int SENDER_AT = MARK.length();
    private static final int NUMBER_AT = SENDER_AT + 8;
    private static final int TIME_AT = NUMBER_AT + 8;
    private static final int TIME_DIGITS = 16;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    /** The first text of the sender. */
    String letters() {
        String head = MARK + String.format("%08x%08x%016x ", sender, 0, 0);
        return (head + "the quick brown fox jumps over the lazy dog ".repeat(3)).substring(0, LENGTH);
    }

    static void stamp(byte[] bytes, int textAt, int number, long time) {
        put(bytes, textAt + NUMBER_AT, 8, number);
        put(bytes, textAt + TIME_AT, TIME_DIGITS, time);
    }

    public static int sender(byte[] bytes, int textAt) {
        return (int) get(bytes, textAt + SENDER_AT, 8);
    }

    public static int number(byte[] bytes, int textAt) {
        return (int) get(bytes, textAt + NUMBER_AT, 8);
    }

    public static long time(byte[] bytes, int textAt) {
        return get(bytes, textAt + TIME_AT, TIME_DIGITS);
    }

    private static void put(byte[] bytes, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = DIGITS[(int) (rest & 15)];
            rest >>>= 4;
        }
    }

    private static long get(byte[] bytes, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            // Letters have the bit 64 and begin with 1, so 9 is added; digits do not.
            value = (value << 4) | ((bytes[i] & 15) + (bytes[i] >> 6) * 9L);
        }
        return value;
    }
}
