package jim.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jim.spelling.Nearest;

/** Between frames and messages (protocol, section 2). What the fields of an action are, stands in {@link Action}. */
public final class JimCodec {
    /** The longest text of a message, in code points, unless a server raises it. */
    public static final int MAX_TEXT = 500;

    /** The most to which a server may raise {@link #MAX_TEXT}. */
    public static final int MAX_TEXT_RAISED = 4_000;

    private final int maxText;
    private final Clock clock;

    /** A codec with the protocol's own limits and the system's clock. */
    public JimCodec() {
        this(MAX_TEXT, Clock.systemUTC());
    }

    /**
     * A codec with another limit or clock. Immutable; for any thread.
     *
     * @param maxText the longest text of a message, in code points, up to {@link #MAX_TEXT_RAISED}
     * @param clock what gives every object that is written its {@code time}
     */
    public JimCodec(int maxText, Clock clock) {
        if (maxText < 1 || maxText > MAX_TEXT_RAISED) {
            throw new IllegalArgumentException(
                    "a text may have 1 to " + MAX_TEXT_RAISED + " characters, not " + maxText);
        }
        this.maxText = maxText;
        this.clock = clock;
    }

    /** The time now, in seconds since 1970. */
    public double now() {
        return clock.millis() / 1000.0;
    }

    /** Reads what a client sent, as {@link StrictJson#object} and {@link #request(JsonObject)} do. */
    public Request request(Frame frame) throws JimFault {
        return request(StrictJson.object(frame));
    }

    /** Reads {@code object} as a client's request; the fault stays, and repeats the request's {@code id}. */
    public Request request(JsonObject object) throws JimFault {
        Map<String, Object> echo = echo(object);
        try {
            return new Request(message(object), echo);
        } catch (JimFault fault) {
            throw fault.echoing(echo);
        }
    }

    /** Reads what a server sent: an answer or a message. */
    public JimObject fromServer(Frame frame) throws JimFault {
        JsonObject object = StrictJson.object(frame);
        return object.has("response") ? response(object) : message(object);
    }

    /** Writes {@code response} in one piece that ends in a line feed, with the time now. */
    public Frame encode(Response response) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("response", response.code());
        fields.put("time", seconds(now()));
        fields.put(response.isGood() ? "alert" : "error", response.text());
        fields.putAll(response.more());
        return StrictJson.frame(fields);
    }

    /** Writes {@code message} in one piece that ends in a line feed, with the time now unless it has its own. */
    public Frame encode(JimMessage message) {
        Action<?> action = Action.of(message);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", action.name());
        fields.put("time", seconds(now()));
        fields.putAll(action.write(message));
        return StrictJson.frame(fields);
    }

    /** A time as it stands on the wire: seconds with three digits of fraction. */
    public static BigDecimal seconds(double time) {
        return BigDecimal.valueOf(Math.round(time * 1000), 3);
    }

    private JimMessage message(JsonObject object) throws JimFault {
        Fields fields = new Fields(object);
        String name = fields.text("action", Action.MAX_NAME);
        Action<?> action = Action.BY_NAME.get(name);
        if (action == null) {
            throw JimFault.stay(Status.BAD_REQUEST, unknown(name));
        }
        fields.checkTime();
        return action.reader().read(fields, maxText);
    }

    private static String unknown(String action) {
        String expected = Nearest.to(action, Action.BY_NAME.keySet())
                .map(near -> "perhaps '" + near + "'")
                .orElseGet(() -> "one of "
                        + String.join(
                                ", ", Action.BY_NAME.keySet().stream().sorted().toList()));
        return "field 'action': unknown action '" + VisibleText.of(action) + "', expected " + expected;
    }

    /** What every answer repeats: a longer id could make the answer longer than an object may be. */
    private static Map<String, Object> echo(JsonObject object) {
        Map<String, Object> echo = new LinkedHashMap<>();
        for (String name : List.of("id", "cid")) {
            if (object.get(name) instanceof JsonPrimitive value
                    && !value.isBoolean()
                    && value.getAsString().length() <= Action.MAX_ID) {
                echo.put(name, StrictJson.plain(value));
            }
        }
        return echo;
    }

    private static Response response(JsonObject object) throws JimFault {
        int code = (int) new Fields(object).whole("response", 100, 599);
        Map<String, Object> more = new LinkedHashMap<>();
        String text = "";
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            switch (field.getKey()) {
                case "response", "time" -> {}
                case "alert", "error" -> text = Objects.toString(StrictJson.plain(field.getValue()), "");
                default -> more.put(field.getKey(), StrictJson.plain(field.getValue()));
            }
        }
        return new Response(code, text, more);
    }
}
