package jim.handlers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/**
 * A command with its parameters: on the wire one line, {@code {"cmdid":10000,"timestamp":1795266000,"params":{}}}. A
 * subclass may say what its parameters mean; nothing need be overridden. Immutable; for any thread.
 */
public class Request {
    /** The deepest nesting of a request's objects and arrays. */
    private static final int MAX_DEPTH = 32;

    private final String address;
    private final Frame body;
    private final int cmdid;
    private final long timestamp;
    private final Map<String, Object> params;

    /** Makes a request of a line that has come: {@code Request::new}, or the constructor of a subclass. */
    public interface Reader {
        /** As {@link Request#Request(String, Frame)}. */
        Request read(String address, Frame body) throws JimFault;
    }

    /**
     * A request that is to be sent, stamped with the present time.
     *
     * @param params its values are texts, numbers, booleans, nulls, or lists and maps of these
     */
    public Request(int cmdid, Map<String, Object> params) {
        this.address = "";
        this.cmdid = cmdid;
        this.timestamp = now();
        this.params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cmdid", cmdid);
        fields.put("timestamp", timestamp);
        fields.put("params", this.params);
        this.body = Frame.of(StrictJson.text(fields));
    }

    /**
     * A request that has come.
     *
     * @param address where it came from: IP address, colon, port
     * @param body its line, without what ends it
     * @throws JimFault when it is no request; the text says what was expected
     */
    public Request(String address, Frame body) throws JimFault {
        Map<String, Object> fields = fields(body);
        this.address = address;
        this.body = body;
        this.cmdid = command(fields.get("cmdid"));
        this.timestamp = timestamp(fields.get("timestamp"));
        this.params = params(fields.get("params"));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static Map<String, Object> fields(Frame body) throws JimFault {
        if (body.length() == 0) {
            throw JimFault.stay(Status.BAD_REQUEST, "the line is empty: expected an object, such as {\"cmdid\":10000}");
        }
        return StrictJson.fields(body, MAX_DEPTH);
    }

    /** A number is 10000 and 1e4 alike; one that is cut to fit would be another command. */
    private static int command(Object value) throws JimFault {
        if (value instanceof Number number && number.doubleValue() == (int) number.doubleValue()) {
            return (int) number.doubleValue();
        }
        throw expected("cmdid", "a whole number, such as 10000", value);
    }

    /** Clients write a time with or without its fraction. */
    private static long timestamp(Object value) throws JimFault {
        if (value == null) {
            return now();
        }
        if (value instanceof Number number) {
            return (long) number.doubleValue();
        }
        throw expected("timestamp", "a number of seconds", value);
    }

    private static Map<String, Object> params(Object value) throws JimFault {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> params = new LinkedHashMap<>();
            fields.forEach((name, param) -> params.put(String.valueOf(name), param));
            return Collections.unmodifiableMap(params);
        }
        throw expected("params", "an object", value);
    }

    private static JimFault expected(String field, String kind, Object value) {
        return JimFault.stay(Status.BAD_REQUEST, "field '" + field + "': expected " + kind + ", got " + kind(value));
    }

    private static String kind(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof CharSequence ? "a text" : String.valueOf(value);
    }

    /** Where it came from, as {@code 127.0.0.1:50412}; empty for a request that is to be sent. */
    public String address() {
        return address;
    }

    /** Its line as it came, without what ends it. */
    public String rawBody() {
        return StandardCharsets.UTF_8.decode(body.buffer()).toString();
    }

    /** The command. */
    public int cmdid() {
        return cmdid;
    }

    /** When it was sent, in seconds since 1970; when it came, if it does not say. */
    public long timestamp() {
        return timestamp;
    }

    /** What the command is about, empty if it does not say; values as {@link StrictJson#fields} reads them. */
    public Map<String, Object> params() {
        return params;
    }

    Frame body() {
        return body;
    }

    /** Without its parameters: a log prints this. */
    @Override
    public String toString() {
        return "Request[" + cmdid + (address.isEmpty() ? "" : " from " + address) + ", " + body.length() + " bytes]";
    }
}
