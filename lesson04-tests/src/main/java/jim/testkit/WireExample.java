package jim.testkit;

import java.nio.charset.StandardCharsets;
import jim.protocol.Frame;
import jim.protocol.JimMessage;
import jim.protocol.JimObject;

/**
 * One row of {@link WireExamples}.
 *
 * @param name what is special about it, for the reader of a test report
 * @param wire its bytes, as they stand on the wire
 * @param verdict what must become of them
 */
public record WireExample(String name, Frame wire, Verdict verdict) {
    static WireExample accepted(String name, String json, JimMessage message) {
        return new WireExample(name, json(json), new Verdict.Accepted(message));
    }

    static WireExample stays(String name, String json, String says) {
        return new WireExample(name, json(json), new Verdict.Stays(says));
    }

    static WireExample closes(String name, String json, String says) {
        return closes(name, json(json), says);
    }

    static WireExample closes(String name, Frame wire, String says) {
        return new WireExample(name, wire, new Verdict.Closes(says));
    }

    static WireExample answer(String name, String json, JimObject object) {
        return new WireExample(name, json(json), new Verdict.Answer(object));
    }

    static WireExample noAnswer(String name, String json, String says) {
        return new WireExample(name, json(json), new Verdict.NoAnswer(says));
    }

    /** The bytes of {@code text}, in which a single quote stands for a double one: the table is easier to read so. */
    public static Frame json(String text) {
        return Frame.of(text.replace('\'', '"'));
    }

    /** The bytes of the characters of {@code text}, each of which is one byte: {@code \u00c0} is the byte C0. */
    static Frame bytes(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        return Frame.copyOf(bytes, 0, bytes.length);
    }

    /** The name, because it is what a test report shows. */
    @Override
    public String toString() {
        return name;
    }
}
