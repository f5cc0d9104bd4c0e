package jim.messenger.dialect;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/**
 * The dialect of the course's console messenger: {@code message} with {@code from_user}, {@code to_user} and
 * {@code message_text}. Its clients wait for an answer to a presence only, know 200 and 400 only, and take every object
 * that comes later for a message to them.
 */
final class CourseDialect implements Dialect {
    /** The fields that are spelled otherwise, by the name that JIM has for them. */
    private static final Map<String, String> FIELDS =
            Map.of("from", "from_user", "to", "to_user", "message", "message_text", "user", "from_user");

    /** Python's {@code time.ctime()}. */
    private static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final JimCodec codec;

    CourseDialect(JimCodec codec) {
        this.codec = codec;
    }

    /** Whether {@code object} can only come from a client that speaks this dialect: JIM ignores unknown fields. */
    static boolean isSpokenIn(JsonObject object) {
        return isAction(object, "message")
                || (isAction(object, "presence") && object.has("from_user") && !object.has("user"));
    }

    @Override
    public Request request(JsonObject object) throws JimFault {
        JsonObject jim = object.deepCopy();
        if (isAction(object, "message")) {
            jim.addProperty("action", "msg");
        }
        FIELDS.forEach((name, spelled) -> {
            if (object.has(spelled) && !object.has(name)) {
                jim.add(name, object.get(spelled));
            }
        });
        return checked(jim);
    }

    /** Its clients take a presence that failed for the end of the connection. */
    private Request checked(JsonObject jim) throws JimFault {
        try {
            return codec.request(jim);
        } catch (JimFault fault) {
            throw isAction(jim, "presence") ? JimFault.close(fault.getMessage()) : fault;
        }
    }

    @Override
    public Optional<Response> told(JimMessage message, Response answer) {
        if (!(message instanceof Presence)) {
            return Optional.empty();
        }
        return Optional.of(answer.isGood() ? answer : Response.of(Status.BAD_REQUEST, answer.text()));
    }

    @Override
    public boolean ends(JimMessage message, Response answer) {
        return message instanceof Quit || (message instanceof Presence && !answer.isGood());
    }

    @Override
    public boolean isProbed() {
        return false;
    }

    @Override
    public Frame message(Msg msg, String account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", "message");
        fields.put("from_user", msg.from());
        fields.put("to_user", account);
        fields.put("time", ctime(msg.time() == null ? codec.now() : msg.time()));
        fields.put("message_text", msg.text());
        return StrictJson.frame(fields);
    }

    private static boolean isAction(JsonObject object, String action) {
        return object.has("action")
                && object.get("action").isJsonPrimitive()
                && object.get("action").getAsString().equals(action);
    }

    private static String ctime(double seconds) {
        return CTIME.format(Instant.ofEpochMilli(Math.round(seconds * 1000)).atZone(ZoneId.systemDefault()));
    }
}
