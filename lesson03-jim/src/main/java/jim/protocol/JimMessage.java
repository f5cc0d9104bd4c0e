package jim.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What client and server say to each other (protocol, section 2), one record for each action. Names and rooms in it
 * keep to {@link Names}, texts to the limits of {@link JimCodec}. What a message may leave out is null when it is left
 * out. {@code toString} shows no password and no text, because it is what a log prints.
 */
public sealed interface JimMessage extends JimObject {
    /** The value of {@code action} on the wire. */
    default String action() {
        return Action.of(this).name();
    }

    private static String length(String text) {
        return text.codePointCount(0, text.length()) + " characters";
    }

    /**
     * Log in as a guest, refresh the status, or answer a probe.
     *
     * @param account the name to be known by
     * @param status what others may read about the person; null for none
     * @param extensions the extensions that the client asks for (section 5); null when it knows of none
     * @param after the last message that the client has, by its {@code seq}; null when it does not say
     */
    record Presence(String account, String status, List<String> extensions, Long after) implements JimMessage {
        public Presence {
            Objects.requireNonNull(account, "account");
            extensions = extensions == null ? null : List.copyOf(extensions);
        }

        public Presence(String account, String status, List<String> extensions) {
            this(account, status, extensions, null);
        }

        public Presence(String account) {
            this(account, null, null);
        }

        @Override
        public String toString() {
            return "Presence[account=" + account + ", status=" + (status == null ? "none" : length(status)) + "]";
        }
    }

    /**
     * Log in with a password, or register a new name with it.
     *
     * @param extensions as in {@link Presence}
     * @param after as in {@link Presence}
     */
    record Authenticate(String account, String password, List<String> extensions, Long after) implements JimMessage {
        public Authenticate {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(password, "password");
            extensions = extensions == null ? null : List.copyOf(extensions);
        }

        public Authenticate(String account, String password, List<String> extensions) {
            this(account, password, extensions, null);
        }

        @Override
        public String toString() {
            return "Authenticate[account=" + account + ", password=***]";
        }
    }

    /**
     * A text from one person to another, or to a room.
     *
     * @param to a name, or {@code #room}
     * @param from the sender's own name
     * @param text what was said
     * @param encoding what the sender says of the text's encoding; null for nothing
     * @param time when the server took it, to the millisecond; null until then
     * @param tracking what the extensions add; null for nothing
     */
    record Msg(String to, String from, String text, String encoding, Instant time, Tracking tracking)
            implements JimMessage {
        public Msg {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(text, "text");
        }

        public Msg(String to, String from, String text, String encoding, Instant time) {
            this(to, from, text, encoding, time, null);
        }

        public Msg(String to, String from, String text) {
            this(to, from, text, null, null);
        }

        /** The same message, for {@code recipient}. */
        public Msg to(String recipient) {
            return new Msg(recipient, from, text, encoding, time, tracking);
        }

        /** The same message, with what tells it from others; null for nothing. */
        public Msg with(Tracking other) {
            return new Msg(to, from, text, encoding, time, other);
        }

        /** The same message, taken by the server at {@code taken}. */
        public Msg at(Instant taken) {
            return new Msg(to, from, text, encoding, taken, tracking);
        }

        /** Whether it is for a room. */
        public boolean toRoom() {
            return Names.isRoom(to);
        }

        @Override
        public String toString() {
            return "Msg[to=" + to + ", from=" + from + ", text=" + length(text) + "]";
        }
    }

    /**
     * By what a message is told from others (section 5).
     *
     * @param cid the sender's own mark, up to 64 ASCII characters; null for none
     * @param id the server's, which no other message has; null until it is given
     * @param seq its place in the recipient's mailbox; null until it is given
     */
    record Tracking(String cid, String id, Long seq) {}

    /** From the server: the recipient has the message {@code id} now (section 5). */
    record Delivered(String id) implements JimMessage {}

    /** Become a member of {@code #room}, which is made when it is not there. */
    record Join(String room) implements JimMessage {}

    /** Be a member of {@code #room} no longer. */
    record Leave(String room) implements JimMessage {}

    /** From the server: are you there? It is answered with a presence. */
    record Probe() implements JimMessage {}

    /** The client is leaving; its name is free at once. */
    record Quit() implements JimMessage {}

    /** Who is online; in {@code room}, or anywhere when that is null. */
    record Who(String room) implements JimMessage {}

    /** A message that JIM itself does not have: what a program adds, which says by itself how it is read and written. */
    non-sealed interface Extension extends JimMessage {
        /** Its row beside those of JIM's own; the same for all messages of its class. */
        Action<?> onTheWire();
    }
}
