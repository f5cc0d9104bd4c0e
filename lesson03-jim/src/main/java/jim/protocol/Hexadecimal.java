package jim.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A number that is written as a text of hexadecimal digits: an {@link ObjectWriter} writes them without making the text.
 *
 * @param number not negative
 */
public record Hexadecimal(long number) {
    /** As many bytes are written at once. */
    static final int MOST_BYTES = 2 * Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int RADIX = 16;
    private static final int BITS = 4;
    private static final long ONES = 0x0101_0101_0101_0101L;

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

    /**
     * Puts the digits into {@code out} from {@code at} on, and says where they end. {@link #MOST_BYTES} bytes are
     * overwritten.
     */
    int copyTo(byte[] out, int at) {
        int digits = Math.max(1, MOST_BYTES - Long.numberOfLeadingZeros(number) / BITS);
        long fromTheLeft = number << (BITS * (MOST_BYTES - digits));
        EIGHT.set(out, at, eightDigits(fromTheLeft >>> Integer.SIZE));
        EIGHT.set(out, at + Long.BYTES, eightDigits(fromTheLeft & 0xFFFF_FFFFL));
        return at + digits;
    }

    /** Each four bits become a byte of their own, and then a digit; the letters do not follow the figures at once. */
    private static long eightDigits(long half) {
        long spread = (half | half << 16) & 0x0000_FFFF_0000_FFFFL;
        spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FFL;
        spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        long letters = ((spread + (16 - 10) * ONES) >>> BITS) & ONES;
        return spread + '0' * ONES + letters * ('a' - '0' - 10);
    }

    /** The digits. */
    @Override
    public String toString() {
        return Long.toHexString(number);
    }
}
