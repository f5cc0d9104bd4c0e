package jim.protocol;

import java.nio.charset.StandardCharsets;

/**
 * A number as it was written: a few digits, with a fraction perhaps. Most numbers that come are never asked for their value.
 * Immutable.
 */
final class Decimal extends Number {
    private static final long serialVersionUID = 1L;

    /** Up to it, every whole number is a double. */
    private static final long MOST_EXACT = 1L << 53;

    /** So many digits fit into a long. */
    private static final int MOST_DIGITS = 18;

    private static final int SURE_DIGITS = 15;
    private static final int SURE_DECIMALS = 6;

    private final byte[] bytes;
    private final int from;
    private final int to;

    /**
     * @param bytes nobody changes them from now on
     * @param from where its first digit stands
     * @param to where it ends
     */
    Decimal(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Whether one stands between {@code from} and {@code to}: a few digits, with a short fraction perhaps. */
    static boolean stands(byte[] bytes, int from, int to) {
        int whole = digitsEnd(bytes, from, to);
        if (whole == from || whole > from + SURE_DIGITS || (bytes[from] == '0' && whole > from + 1)) {
            return false;
        }
        return whole == to
                || (bytes[whole] == '.'
                        && whole + 1 < to
                        && to <= whole + 1 + SURE_DECIMALS
                        && digitsEnd(bytes, whole + 1, to) == to);
    }

    private static int digitsEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Of two numbers that are exact, the quotient is the double that is nearest. */
    @Override
    public double doubleValue() {
        long digits = to - from <= MOST_DIGITS ? 0 : Long.MAX_VALUE;
        double scale = 1;
        boolean isFraction = false;
        for (int at = from; at < to && digits <= MOST_EXACT; at++) {
            if (bytes[at] == '.') {
                isFraction = true;
            } else {
                digits = 10 * digits + bytes[at] - '0';
                scale = isFraction ? 10 * scale : scale;
            }
        }
        return digits <= MOST_EXACT ? digits / scale : Double.parseDouble(toString());
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
