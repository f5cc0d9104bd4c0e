package jim.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of a field that stands in nearly every object: it is made into bytes once, and so few that two numbers hold them.
 * Immutable.
 */
final class FieldName {
    /** As many bytes are written at once. */
    static final int MOST_BYTES = 2 * Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final FieldName ACTION = new FieldName("action");
    static final FieldName TIME = new FieldName("time");
    static final FieldName RESPONSE = new FieldName("response");
    static final FieldName ALERT = new FieldName("alert");
    static final FieldName ERROR = new FieldName("error");
    static final FieldName TO = new FieldName("to");
    static final FieldName FROM = new FieldName("from");
    static final FieldName MESSAGE = new FieldName("message");
    static final FieldName ENCODING = new FieldName("encoding");
    static final FieldName CID = new FieldName("cid");
    static final FieldName ID = new FieldName("id");
    static final FieldName SEQ = new FieldName("seq");

    private final int length;
    private final long begin;
    private final long rest;

    /**
     * @param name with what stands around it, of at most {@link #MOST_BYTES} bytes
     */
    FieldName(String name) {
        byte[] between = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(between, MOST_BYTES);
        this.length = between.length;
        this.begin = (long) EIGHT.get(padded, 0);
        this.rest = (long) EIGHT.get(padded, Long.BYTES);
        if (length > MOST_BYTES) {
            throw new IllegalArgumentException("the name '" + name + "' is too long");
        }
    }

    /**
     * Puts it, with the comma before it, into {@code out} from {@code at} on, and says where it ends. Up to
     * {@link #MOST_BYTES} bytes are overwritten.
     */
    int copyTo(byte[] out, int at) {
        EIGHT.set(out, at, begin);
        EIGHT.set(out, at + Long.BYTES, rest);
        return at + length;
    }
}
