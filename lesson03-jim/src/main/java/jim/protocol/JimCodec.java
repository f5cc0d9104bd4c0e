package jim.protocol;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jim.protocol.JimMessage.Msg;
import jim.spelling.Nearest;

/**
 * Between frames and messages (protocol, section 2). What the fields of an action are, stands in {@link Action}.
 * For any thread.
 */
public final class JimCodec {
    /** The longest text of a message, in code points, unless a server raises it. */
    public static final int MAX_TEXT = 500;

    /** The most to which a server may raise {@link #MAX_TEXT}. */
    public static final int MAX_TEXT_RAISED = 4_000;

    /** Most answers are shorter. */
    private static final int ANSWER_BYTES = 128;

    private final int maxText;
    private final Clock clock;
    private final Map<String, Action<?>> actions;
    /** Much is written within a millisecond. */
    private volatile Seconds latest = new Seconds(0);

    /** A codec with the protocol's own limits and the system's clock. */
    public JimCodec() {
        this(MAX_TEXT, Clock.systemUTC());
    }

    /**
     * A codec with another limit or clock.
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
        this.actions = Action.BY_NAME;
    }

    private JimCodec(JimCodec other, Map<String, Action<?>> actions) {
        this.maxText = other.maxText;
        this.clock = other.clock;
        this.actions = Map.copyOf(actions);
    }

    /**
     * This codec with {@code more} actions.
     *
     * @throws IllegalArgumentException when two actions have one name
     */
    public JimCodec with(Collection<? extends Action<?>> more) {
        Map<String, Action<?>> all = new HashMap<>(actions);
        for (Action<?> action : more) {
            if (all.putIfAbsent(action.name(), action) != null) {
                throw new IllegalArgumentException("two actions are called '" + action.name() + "'");
            }
        }
        return new JimCodec(this, all);
    }

    /**
     * The kind of message with which {@code action} is asked for.
     *
     * @throws IllegalArgumentException when there is no such action
     */
    public Class<? extends JimMessage> typeOf(String action) {
        Action<?> known = actions.get(action);
        if (known == null) {
            throw new IllegalArgumentException(unknown(action));
        }
        return known.type();
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Reads what a client sent: a fault closes when the frame is no strict JSON object, else it stays. A flat object, as
     * nearly all are, is read where it stands.
     */
    public Request request(Frame frame) throws JimFault {
        Outline flat = frame.outline();
        return request(new Fields(flat != null && flat.isStrict() ? flat::value : all(frame)::get));
    }

    /** Reads {@code object} as a client's request; the fault stays, and repeats the request's {@code id}. */
    public Request request(JsonObject object) throws JimFault {
        return request(new Fields(StrictJson.plain(object)::get));
    }

    private static Map<String, Object> all(Frame frame) throws JimFault {
        return StrictJson.fields(frame, JsonFraming.MAX_DEPTH);
    }

    private Request request(Fields fields) throws JimFault {
        Map<String, Object> echo = echo(fields);
        try {
            return new Request(message(fields), echo);
        } catch (JimFault fault) {
            throw fault.echoing(echo);
        }
    }

    /** Reads what a server sent: an answer or a message. */
    public JimObject fromServer(Frame frame) throws JimFault {
        return fromServer(all(frame));
    }

    /** Reads {@code object} as what a server sent. */
    public JimObject fromServer(JsonObject object) throws JimFault {
        return fromServer(StrictJson.plain(object));
    }

    private JimObject fromServer(Map<String, Object> object) throws JimFault {
        return object.containsKey("response") ? response(object) : timed(new Fields(object::get));
    }

    /** Of a message, a server says when it took it; what a client says of the time is not used. */
    private JimMessage timed(Fields fields) throws JimFault {
        JimMessage message = message(fields);
        return message instanceof Msg msg ? msg.at(fields.timeOrNull("time")) : message;
    }

    /** Writes {@code response} in one piece that ends in a line feed, with the time now. */
    public Frame encode(Response response) {
        return new ObjectWriter(ANSWER_BYTES)
                .put(FieldName.RESPONSE, response.code())
                .put(FieldName.TIME, seconds(clock.millis()))
                .put(response.isGood() ? FieldName.ALERT : FieldName.ERROR, response.text())
                .putAll(response.more())
                .line();
    }

    /** Writes {@code message} in one piece that ends in a line feed, with the time now unless it has its own. */
    public Frame encode(JimMessage message) {
        return written(message).line();
    }

    private ObjectWriter written(JimMessage message) {
        Action<?> action = Action.of(message);
        Instant known = message instanceof Msg msg ? msg.time() : null;
        long millis = known == null ? clock.millis() : known.toEpochMilli();
        ObjectWriter out =
                new ObjectWriter().put(FieldName.ACTION, action.name()).put(FieldName.TIME, seconds(millis));
        action.write(out, message);
        return out;
    }

    /** The same for a message without {@code tracking} of its own, with what the server adds to it. */
    public Frame encode(Msg message, Hexadecimal id, long seq) {
        return tracked(written(message), id, seq);
    }

    /** The same for a message that was written before, and goes to several people. */
    public Frame encode(Frame message, Hexadecimal id, long seq) {
        return tracked(new ObjectWriter(message), id, seq);
    }

    private static Frame tracked(ObjectWriter out, Hexadecimal id, long seq) {
        return out.put(FieldName.ID, id).put(FieldName.SEQ, seq).line();
    }

    private Seconds seconds(long millis) {
        Seconds known = latest;
        if (!known.isOf(millis)) {
            known = new Seconds(millis);
            latest = known;
        }
        return known;
    }

    /** A time as it stands on the wire: seconds with three digits of fraction. */
    public static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    private JimMessage message(Fields fields) throws JimFault {
        String name = fields.text("action", Action.MAX_NAME);
        Action<?> action = actions.get(name);
        if (action == null) {
            throw JimFault.stay(Status.BAD_REQUEST, "field 'action': " + unknown(name));
        }
        fields.checkTime();
        return action.reader().read(fields, maxText);
    }

    /** Who writes a client, or the part of a server, is told what a server may be asked for. */
    private String unknown(String action) {
        List<String> asked = actions.values().stream()
                .filter(Action::isForServers)
                .map(Action::name)
                .sorted()
                .toList();
        String expected = Nearest.to(action, asked)
                .map(near -> "perhaps '" + near + "'")
                .orElseGet(() -> "one of " + String.join(", ", asked));
        return "unknown action '" + VisibleText.of(action) + "', expected " + expected;
    }

    /** What every answer repeats: a longer id could make the answer longer than an object may be. */
    private static Map<String, Object> echo(Fields fields) {
        Object id = fields.shortOrNull("id", Action.MAX_ID);
        Object cid = fields.shortOrNull("cid", Action.MAX_ID);
        if (id == null && cid == null) {
            return Map.of();
        }
        Map<String, Object> echo = new LinkedHashMap<>();
        if (id != null) {
            echo.put("id", id);
        }
        if (cid != null) {
            echo.put("cid", cid);
        }
        return echo;
    }

    private static Response response(Map<String, Object> object) throws JimFault {
        int code = (int) new Fields(object::get).whole("response", 100, 599);
        Map<String, Object> more = new LinkedHashMap<>();
        String text = "";
        for (Map.Entry<String, Object> field : object.entrySet()) {
            switch (field.getKey()) {
                case "response", "time" -> {}
                case "alert", "error" -> text = Objects.toString(field.getValue(), "");
                default -> more.put(field.getKey(), field.getValue());
            }
        }
        return new Response(code, text, more);
    }
}
