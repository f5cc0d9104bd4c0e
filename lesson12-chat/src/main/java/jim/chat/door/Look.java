package jim.chat.door;

import java.util.List;
import jim.chat.line.Tone;
import jim.protocol.Frame;

/** What lines look like at the other end of one connection. Whoever draws one and sends it holds the lock of this meanwhile. */
public interface Look {
    /** One line, which has no line end and may hold whatever people have written, control characters too. */
    Frame line(Tone tone, String line);

    /**
     * Who is here.
     *
     * @param names in the order in which they came
     * @param line the same as a line, for a look that has lines alone
     */
    default Frame people(List<String> names, String line) {
        return line(Tone.INFO, line);
    }
}
