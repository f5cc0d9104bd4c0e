package jim.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one object, read with their types and limits. What does not fit is a fault that stays, whose text names
 * the field and says what was expected and what came.
 */
public final class Fields {
    /** Where the value of a field is looked up by its name, as {@link StrictJson#plain} has it; null when it is not there. */
    interface Source {
        Object get(String name);
    }

    private final Source source;
    private final String path;

    Fields(Source source) {
        this(source, "");
    }

    private Fields(Source source, String path) {
        this.source = source;
        this.path = path;
    }

    /** Whether the field is there. */
    public boolean has(String name) {
        return source.get(name) != null;
    }

    /** A text of at most {@code most} code points. */
    public String text(String name, int most) throws JimFault {
        if (!(required(name, "a text") instanceof String text)) {
            throw unexpected(name, "a text");
        }
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            throw fault(name, "expected at most " + most + " characters, got " + text.codePointCount(0, text.length()));
        }
        return text;
    }

    /** As {@link #text}, or null when the field is not there. */
    public String textOrNull(String name, int most) throws JimFault {
        return has(name) ? text(name, most) : null;
    }

    /** A name by which a person can be known. */
    public String person(String name) throws JimFault {
        return checked(name, text(name, Names.MAX_LENGTH), Names::problemWithPerson);
    }

    /** A name that a room can have. */
    public String room(String name) throws JimFault {
        return checked(name, text(name, Names.MAX_LENGTH), Names::problemWithRoom);
    }

    /** A list of texts, or null when the field is not there. */
    public List<String> textsOrNull(String name) throws JimFault {
        if (!has(name)) {
            return null;
        }
        if (!(source.get(name) instanceof List<?> list)) {
            throw unexpected(name, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object value : list) {
            if (!(value instanceof String text)) {
                throw fault(name, "expected a list of texts, found " + kind(value) + " in it");
            }
            texts.add(text);
        }
        return texts;
    }

    /** A whole number from {@code least} to {@code most}. */
    public long whole(String name, long least, long most) throws JimFault {
        String expected = "a whole number from " + least + " to " + most;
        if (!(required(name, expected) instanceof Number value)) {
            throw unexpected(name, expected);
        }
        try {
            long number = Long.parseLong(value.toString());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same answer: a fraction or a number beyond a long is not what was expected.
        }
        throw fault(name, "expected " + expected + ", got " + shown(value.toString()));
    }

    /** A whole number that is not negative, or null when the field is not there. */
    public Long countOrNull(String name) throws JimFault {
        return has(name) ? whole(name, 0, Long.MAX_VALUE) : null;
    }

    /** A text of at most {@code most} visible ASCII characters, or a number as one; null when the field is not there. */
    public String idOrNull(String name, int most) throws JimFault {
        Object value = source.get(name);
        if (value == null) {
            return null;
        }
        String expected = "1 to " + most + " ASCII characters";
        if (!isTextOrNumber(value)) {
            throw unexpected(name, expected);
        }
        String id = value.toString();
        if (id.isEmpty() || id.length() > most || !id.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw fault(name, "expected " + expected + ", got " + shown(id));
        }
        return id;
    }

    /** The text or number in the field {@code name}, as it is to be repeated; null when it is none, or longer than {@code most}. */
    Object shortOrNull(String name, int most) {
        Object value = source.get(name);
        return isTextOrNumber(value) && value.toString().length() <= most ? value : null;
    }

    private static boolean isTextOrNumber(Object value) {
        return value instanceof String || value instanceof Number;
    }

    /** A number as seconds since 1970, or null when the field is no number: a time is for information only. */
    Instant timeOrNull(String name) {
        return source.get(name) instanceof Number value
                ? Instant.ofEpochMilli(Math.round(value.doubleValue() * 1_000))
                : null;
    }

    /** The fields of the object in the field {@code name}. */
    public Fields object(String name) throws JimFault {
        if (required(name, "an object") instanceof Map<?, ?> inner) {
            return new Fields(inner::get, path + name + ".");
        }
        throw unexpected(name, "an object");
    }

    /** The time of a request may be any number or text; it is not used. */
    void checkTime() throws JimFault {
        Object time = source.get("time");
        if (time != null && !isTextOrNumber(time)) {
            throw unexpected("time", "a number or a text");
        }
    }

    /** One of the two fields must be there, and not both. */
    public void checkOneOf(String one, String other) throws JimFault {
        if (has(one) == has(other)) {
            throw JimFault.stay(
                    Status.BAD_REQUEST, "expected exactly one of the fields '" + one + "' and '" + other + "'");
        }
    }

    /** The two fields must not both be there. */
    public void checkAtMostOneOf(String one, String other) throws JimFault {
        if (has(one) && has(other)) {
            throw JimFault.stay(
                    Status.BAD_REQUEST, "expected at most one of the fields '" + one + "' and '" + other + "'");
        }
    }

    private Object required(String name, String expected) throws JimFault {
        Object value = source.get(name);
        if (value == null) {
            throw fault(name, "missing, expected " + expected);
        }
        return value;
    }

    private interface Rule {
        Optional<String> problem(String name);
    }

    private String checked(String field, String value, Rule rule) throws JimFault {
        Optional<String> problem = rule.problem(value);
        if (problem.isPresent()) {
            throw fault(field, "expected " + problem.get() + ", got " + shown(value));
        }
        return value;
    }

    private JimFault unexpected(String name, String expected) {
        return fault(name, "expected " + expected + ", got " + kind(source.get(name)));
    }

    private JimFault fault(String name, String what) {
        return JimFault.stay(Status.BAD_REQUEST, "field '" + path + name + "': " + what);
    }

    private static String shown(String value) {
        return "'" + VisibleText.of(value.substring(0, Math.min(40, value.length()))) + "'";
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value == null) {
            return "null";
        }
        return value instanceof String ? "a text" : value instanceof Number ? "a number" : "true or false";
    }
}
