package jim.messenger.server;

import java.util.ArrayList;
import java.util.List;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * The extensions that a client is granted (protocol, section 5).
 *
 * @param asked whether it knows of extensions at all
 * @param id it sees the {@code id} and {@code seq} of messages, and may put a {@code cid} on its own
 * @param ack it says itself which messages it has
 * @param hist it may ask for what was said before
 */
record Extensions(boolean asked, boolean id, boolean ack, boolean hist) {
    /** Those of a client that knows of none. */
    static final Extensions NONE = new Extensions(false, false, false, false);

    /** What is granted of {@code wanted}; null is nothing. */
    static Extensions of(List<String> wanted) {
        return wanted == null
                ? NONE
                : new Extensions(true, wanted.contains("id"), wanted.contains("ack"), wanted.contains("hist"));
    }

    /** Their names. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (id) {
            names.add("id");
        }
        if (ack) {
            names.add("ack");
        }
        if (hist) {
            names.add("hist");
        }
        return names;
    }

    /** What somebody hears who uses an extension that they were not granted. */
    static JimFault notGranted(String extension) {
        return JimFault.stay(
                Status.BAD_REQUEST, "ask for the extension '" + extension + "' with \"ext\" when you log in");
    }
}
