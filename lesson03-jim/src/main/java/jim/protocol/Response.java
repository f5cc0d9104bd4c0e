package jim.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to one request (protocol, section 2). Immutable, so that a constant answer can be shared.
 *
 * @param code what became of the request: 1xx and 2xx are good, 4xx and 5xx are not; see {@link Status}
 * @param text a sentence for a person, on the wire {@code alert} of a good answer and {@code error} of a bad one
 * @param more further fields in their order; values are texts, numbers, booleans, or lists and maps of these
 */
public record Response(int code, String text, Map<String, Object> more) implements JimObject {
    /** Nobody can change one. */
    private static final Class<?> SINGLETON = Collections.singletonMap("", "").getClass();

    public Response {
        more = copy(more);
    }

    /** A copy that nobody can change, in the same order; most answers need none. */
    static Map<String, Object> copy(Map<String, Object> fields) {
        return switch (fields.size()) {
            case 0 -> Map.of();
            case 1 -> fields.getClass() == SINGLETON ? fields : singleton(fields);
            default -> Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        };
    }

    private static Map<String, Object> singleton(Map<String, Object> fields) {
        Map.Entry<String, Object> field = fields.entrySet().iterator().next();
        return Collections.singletonMap(field.getKey(), field.getValue());
    }

    /** An answer with a text and no further fields. */
    public static Response of(Status status, String text) {
        return new Response(status.code(), text, Map.of());
    }

    /** This answer and, behind its other fields, {@code name}. */
    public Response with(String name, Object value) {
        return with(Collections.singletonMap(name, value instanceof List<?> list ? List.copyOf(list) : value));
    }

    /** This answer and further fields, in the order of their map. */
    public Response with(Map<String, Object> fields) {
        if (more.isEmpty()) {
            return new Response(code, text, fields);
        }
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.putAll(fields);
        return new Response(code, text, all);
    }

    /** Whether the request was done. */
    public boolean isGood() {
        return code < 400;
    }

    /** Whether this is the answer that {@code status} stands for. */
    public boolean is(Status status) {
        return code == status.code();
    }

    /** The list of texts in the field {@code name}; empty when there is none. */
    public List<String> texts(String name) {
        return more.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
