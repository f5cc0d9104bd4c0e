package jim.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an object in which no text has an escape, such as a login, straight from bytes into plain Java. What it has read is
 * strict JSON for sure. Where it is in doubt it reads nothing, and {@link StrictJson} finds out. Used once, by one thread.
 */
final class PlainObject {
    private final byte[] bytes;
    private final int maxDepth;
    private int at;
    /** In doubt nothing is left to be read, so all that is open ends. */
    private boolean inDoubt;

    private PlainObject(byte[] bytes, int maxDepth) {
        this.bytes = bytes;
        this.maxDepth = maxDepth;
    }

    /** The fields of {@code frame} in their order, as {@link StrictJson#fields} has them; null in doubt. */
    static Map<String, Object> read(Frame frame, int maxDepth) {
        byte[] bytes = frame.toByteArray();
        if (!Outline.isUtf8(bytes, bytes.length)) {
            return null;
        }
        PlainObject reader = new PlainObject(bytes, maxDepth);
        Map<String, Object> fields = reader.object(1);
        return reader.isDone() ? fields : null;
    }

    private boolean isDone() {
        at = JsonFraming.afterWhiteSpace(bytes, at, bytes.length);
        return !inDoubt && at == bytes.length;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        open('{', depth);
        if (!takes('}')) {
            do {
                String name = text();
                expect(':');
                Object value = value(depth);
                if (fields.containsKey(name)) {
                    doubt();
                }
                fields.put(name, value);
            } while (takes(','));
            expect('}');
        }
        return fields;
    }

    private List<Object> list(int depth) {
        List<Object> values = new ArrayList<>();
        open('[', depth);
        if (!takes(']')) {
            do {
                values.add(value(depth));
            } while (takes(','));
            expect(']');
        }
        return values;
    }

    private Object value(int depth) {
        return switch (next()) {
            case '{' -> object(depth + 1);
            case '[' -> list(depth + 1);
            case '"' -> text();
            default -> word();
        };
    }

    private String text() {
        expect('"');
        int from = at;
        at = PlainText.end(bytes, from, bytes.length);
        if (PlainText.hasControls(bytes, from, at)) {
            doubt();
        }
        String text = string(from);
        // Not expect: what stands here is the quote, or a backslash, and no white space.
        if (at < bytes.length && bytes[at] == '"') {
            at++;
        } else {
            doubt();
        }
        return text;
    }

    /** A number, or true, false or null. */
    private Object word() {
        int from = at;
        at = FlatObject.wordEnd(bytes, from, bytes.length);
        if (Decimal.stands(bytes, from, at)) {
            return new Decimal(bytes, from, at);
        }
        return switch (string(from)) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> {
                doubt();
                yield null;
            }
        };
    }

    private String string(int from) {
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    private void open(char bracket, int depth) {
        expect(bracket);
        if (depth > maxDepth) {
            doubt();
        }
    }

    private void expect(char sign) {
        if (!takes(sign)) {
            doubt();
        }
    }

    /** Whether {@code sign} comes next; then it is read. */
    private boolean takes(char sign) {
        boolean isThere = next() == sign;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    /** What comes next behind white space; 0 when nothing does. */
    private byte next() {
        at = JsonFraming.afterWhiteSpace(bytes, at, bytes.length);
        return at < bytes.length ? bytes[at] : 0;
    }

    private void doubt() {
        inDoubt = true;
        at = bytes.length;
    }
}
