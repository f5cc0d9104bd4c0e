package jim.protocol;

/**
 * A number that is written as a text of hexadecimal digits: an {@link ObjectWriter} writes them without making the text.
 *
 * @param number not negative
 */
public record Hexadecimal(long number) {
    private static final int RADIX = 16;

    public Hexadecimal {
        if (number < 0) {
            throw new IllegalArgumentException("expected a number that is not negative, got " + number);
        }
    }

    /**
     * The number whose {@link #toString} is {@code text}.
     *
     * @throws NumberFormatException when there is none
     */
    public static Hexadecimal of(String text) {
        long number = Long.parseLong(text, RADIX);
        if (number < 0) {
            throw new NumberFormatException("negative");
        }
        return new Hexadecimal(number);
    }

    /** The digits. */
    @Override
    public String toString() {
        return Long.toHexString(number);
    }
}
