package jim.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** A time as it stands on the wire: seconds since 1970 with three digits of fraction. Immutable. */
final class Seconds {
    /** As many bytes as it has at most. */
    static final int MOST_BYTES = 24;

    private final long millis;
    private final byte[] bytes;

    Seconds(long millis) {
        this.millis = millis;
        this.bytes = BigDecimal.valueOf(millis, 3).toPlainString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it is the time of {@code millis} milliseconds. */
    boolean isOf(long other) {
        return millis == other;
    }

    /** Puts it into {@code out} from {@code at} on, and says where it ends. */
    int copyTo(byte[] out, int at) {
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return at + bytes.length;
    }
}
