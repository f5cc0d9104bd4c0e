package jim.protocol;

import java.nio.charset.StandardCharsets;

/** The name of a field that stands in nearly every object: it is written into bytes once. Immutable. */
final class FieldName {
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

    private final byte[] between;

    FieldName(String name) {
        between = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** At most so many bytes are written. */
    int most() {
        return between.length;
    }

    /** Puts it into {@code out} from {@code at} on, without the comma if it is the first, and says where it ends. */
    int copyTo(byte[] out, int at, boolean first) {
        int from = first ? 1 : 0;
        System.arraycopy(between, from, out, at, between.length - from);
        return at + between.length - from;
    }
}
