package jim.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Between frames and JSON objects. Reads by the letter of RFC 8259 and a little stricter (protocol, section 1): no field
 * twice, and no half of a surrogate pair, which gson refuses. Numbers stay as they were written until somebody needs
 * their value.
 */
public final class StrictJson {
    private static final int MOST_SHOWN = 100;

    private StrictJson() {}

    /** Reads {@code frame}, or throws a fault that closes. */
    public static JsonObject object(Frame frame) throws JimFault {
        return object(frame, JsonFraming.MAX_DEPTH);
    }

    /**
     * Reads one object as plain Java, for protocols other than JIM.
     *
     * @param maxDepth the deepest nesting of objects and arrays
     * @return the fields in their order; a value is a text, a number, a boolean, null, or a list or map of these
     */
    public static Map<String, Object> fields(Frame frame, int maxDepth) throws JimFault {
        Map<String, Object> fields = PlainObject.read(frame, maxDepth);
        return fields == null ? plain(object(frame, maxDepth)) : fields;
    }

    private static JsonObject object(Frame frame, int maxDepth) throws JimFault {
        String text = utf8(frame);
        if (!text.stripLeading().startsWith("{")) {
            throw JimFault.close("expected a JSON object that begins with '{'");
        }
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(maxDepth);
        try {
            JsonObject object = object(reader);
            if (!isAtEnd(reader)) {
                throw JimFault.close("something follows the object");
            }
            return object;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw JimFault.close(
                    "not strict JSON: check quotes, commas, escapes and numbers near " + shown(reader.getPath()));
        }
    }

    private static boolean isAtEnd(JsonReader reader) {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException e) {
            // A strict reader does not look further than one value.
            return false;
        }
    }

    private static String utf8(Frame frame) throws JimFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(frame.buffer()).toString();
        } catch (CharacterCodingException e) {
            throw JimFault.close("the bytes are not UTF-8");
        }
    }

    private static JsonObject object(JsonReader reader) throws IOException, JimFault {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw JimFault.close("the field '" + shown(name) + "' is there twice");
            }
            object.add(name, value(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray array(JsonReader reader) throws IOException, JimFault {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(reader));
        }
        reader.endArray();
        return array;
    }

    private static JsonElement value(JsonReader reader) throws IOException, JimFault {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw JimFault.close("not strict JSON: expected a value at " + shown(reader.getPath()));
        };
    }

    /** The answer is an object too, and no longer than one may be: a name is shown as far as it helps. */
    private static String shown(String name) {
        return VisibleText.of(name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "...");
    }

    /** A value as plain Java: a text, number, boolean, null, or a list or map of these. */
    static Object plain(JsonElement element) {
        if (element instanceof JsonPrimitive value) {
            return value.isString()
                    ? value.getAsString()
                    : value.isNumber() ? value.getAsNumber() : value.getAsBoolean();
        }
        if (element instanceof JsonArray array) {
            return array.asList().stream().map(StrictJson::plain).toList();
        }
        return element instanceof JsonObject object ? plain(object) : null;
    }

    /** The fields of {@code object} as plain Java, in their order. */
    static Map<String, Object> plain(JsonObject object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.entrySet().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        return fields;
    }

    /** Writes {@code fields}, whose values are as {@link #fields} reads them, as one object and a line feed. */
    public static Frame frame(Map<String, Object> fields) {
        return new ObjectWriter().putAll(fields).line();
    }

    /** Writes {@code fields} as {@link #frame} does, without the line feed. */
    public static String text(Map<String, Object> fields) {
        Frame line = frame(fields);
        return line.text(0, line.length() - 1);
    }
}
