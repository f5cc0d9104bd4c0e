package jim.handlers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Map<String, Object> fields = StrictJson.fields(body, MAX_DEPTH);
        this.address = address;
        this.body = body;
        this.cmdid = (int) whole(fields.get("cmdid"), "cmdid");
        this.timestamp = fields.get("timestamp") == null ? now() : whole(fields.get("timestamp"), "timestamp");
        this.params = params(fields.get("params"));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    /** Clients write a time with or without its fraction. */
    private static long whole(Object value, String name) throws JimFault {
        if (value instanceof Number number) {
            return (long) number.doubleValue();
        }
        throw expected(name, "a number", value);
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
        return JimFault.stay(
                Status.BAD_REQUEST,
                "field '" + field + "': expected " + kind + ", got " + (value == null ? "nothing" : "something else"));
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
