package jim.handlers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/**
 * The answer to one request: on the wire one line, {@code {"code":0}} when it was done, {@code
 * {"code":404,"error":"..."}} when not. Immutable.
 *
 * @param code 0 when the request was done, else what went wrong
 * @param more further fields in their order; values as {@link StrictJson#fields} reads them
 */
public record Answer(int code, Map<String, Object> more) {
    /** The line was no request. */
    public static final int BAD_REQUEST = 400;
    /** No handler has the command. */
    public static final int UNKNOWN_COMMAND = 404;
    /** The line was longer than a server takes. */
    public static final int TOO_LONG = 413;
    /** The handler failed. */
    public static final int FAILED = 500;
    /** The handler took too long, and was interrupted. */
    public static final int TIMED_OUT = 504;

    private static final Answer OK = new Answer(0, Map.of());
    private static final int MAX_DEPTH = 64;

    public Answer {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** Done, and there is no more to say. */
    public static Answer ok() {
        return OK;
    }

    /** Not done; {@code text} says why and what was expected. */
    public static Answer error(int code, String text) {
        return new Answer(code, Map.of("error", text));
    }

    /** This answer and one more field. */
    public Answer with(String name, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put(name, value);
        return new Answer(code, fields);
    }

    /** Whether the request was done. */
    public boolean isGood() {
        return code == 0;
    }

    /** What went wrong, for a person; empty when nothing did. */
    public String error() {
        return Objects.toString(more.get("error"), "");
    }

    /** Its line, without what ends it. */
    public String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.putAll(more);
        return StrictJson.text(fields);
    }

    Frame frame() {
        return Frame.of(text() + "\n");
    }

    /** Reads a line that a server has sent. */
    static Answer read(Frame line) throws JimFault {
        Map<String, Object> fields = new LinkedHashMap<>(StrictJson.fields(line, MAX_DEPTH));
        if (fields.remove("code") instanceof Number code) {
            return new Answer(code.intValue(), fields);
        }
        throw JimFault.stay(Status.BAD_REQUEST, "field 'code': expected a number");
    }

    /** Its code, and what went wrong; not what was asked for, because it is what a log prints. */
    @Override
    public String toString() {
        return "Answer[" + code + (isGood() ? "" : ", " + error()) + "]";
    }
}
