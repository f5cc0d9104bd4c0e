package jim.testkit;

import jim.protocol.JimMessage;
import jim.protocol.JimObject;

/** What must become of bytes on the wire (protocol, section 1). */
public sealed interface Verdict {
    /** A request: a server understands it as {@code message}. */
    record Accepted(JimMessage message) implements Verdict {}

    /** A server answers 400 with a text that contains {@code says}, and the connection lives on. */
    record Stays(String says) implements Verdict {}

    /**
     * A server's last answer is 400 with a text that contains {@code says}, and then it closes the connection. Whole
     * objects before the fault were served.
     */
    record Closes(String says) implements Verdict {}

    /** From a server: a client understands it as {@code object}. */
    record Answer(JimObject object) implements Verdict {}

    /** From a server, but nothing that a server of ours would say: a client refuses it and says {@code says}. */
    record NoAnswer(String says) implements Verdict {}
}
