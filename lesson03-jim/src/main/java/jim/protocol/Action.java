package jim.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.Extension;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Tracking;
import jim.protocol.JimMessage.Who;

/**
 * How the fields of one action are read and written (protocol, section 2). JIM's own stand in {@link #ALL}; a program adds
 * others with {@link JimCodec#with}.
 *
 * @param name the value of {@code action} on the wire, 1 to 15 characters
 * @param type the kind of message that it is inside the program
 */
public record Action<M extends JimMessage>(String name, Class<M> type, Reader<M> reader, Writer<M> writer) {
    /** The longest {@code action}, in code points. */
    static final int MAX_NAME = 15;

    /** The longest {@code id} or {@code cid}. */
    public static final int MAX_ID = 64;

    private static final int MAX_STATUS = 100;
    private static final int MAX_ENCODING = 20;
    private static final int MAX_PASSWORD = 200;

    /** From the fields of an object to a message; the second argument is the longest text of a message. */
    public interface Reader<M> {
        M read(Fields fields, int maxText) throws JimFault;
    }

    /** From a message to the fields of an object, without {@code action} and {@code time}. */
    public interface Writer<M> {
        void write(ObjectWriter out, M message);
    }

    public Action {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException(
                    "an action has a name of 1 to " + MAX_NAME + " characters, not '" + name + "'");
        }
    }

    private static final List<Action<?>> ALL = List.of(
            new Action<>("presence", Presence.class, Action::readPresence, Action::writePresence),
            new Action<>("authenticate", Authenticate.class, Action::readAuthenticate, Action::writeAuthenticate),
            new Action<>("msg", Msg.class, Action::readMsg, Action::writeMsg),
            new Action<>(
                    "join",
                    Join.class,
                    (in, max) -> new Join(in.room("room")),
                    (out, join) -> out.put("room", join.room())),
            new Action<>(
                    "leave",
                    Leave.class,
                    (in, max) -> new Leave(in.text("room", Names.MAX_LENGTH)),
                    (out, leave) -> out.put("room", leave.room())),
            new Action<>("probe", Probe.class, (in, max) -> new Probe(), (out, probe) -> {}),
            new Action<>("quit", Quit.class, (in, max) -> new Quit(), (out, quit) -> {}),
            new Action<>(
                    "who",
                    Who.class,
                    (in, max) -> new Who(in.textOrNull("room", Names.MAX_LENGTH)),
                    (out, who) -> out.put("room", who.room())),
            new Action<>(
                    "delivered",
                    Delivered.class,
                    (in, max) -> new Delivered(in.text("id", MAX_ID)),
                    (out, delivered) -> out.put("id", delivered.id())));

    /** What a server says of itself, and nobody can ask it for. */
    private static final Set<Class<?>> FROM_SERVERS = Set.of(Probe.class, Delivered.class);

    /** Every action of JIM's own by its name on the wire. */
    static final Map<String, Action<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Action::name, action -> action));

    private static final Map<Class<?>, Action<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Action::type, action -> action));

    /** The action of {@code message}. */
    static Action<?> of(JimMessage message) {
        Action<?> own = BY_TYPE.get(message.getClass());
        return own == null ? ((Extension) message).onTheWire() : own;
    }

    /** Whether a client may ask a server for it. */
    boolean isForServers() {
        return !FROM_SERVERS.contains(type);
    }

    /** Adds the fields of {@code message}, in their order and without {@code action} and {@code time}, to {@code out}. */
    void write(ObjectWriter out, JimMessage message) {
        writer.write(out, type.cast(message));
    }

    private static Presence readPresence(Fields in, int maxText) throws JimFault {
        Fields user = in.object("user");
        in.textOrNull("type", MAX_NAME);
        return new Presence(
                user.person("account_name"),
                user.textOrNull("status", MAX_STATUS),
                in.textsOrNull("ext"),
                in.countOrNull("after"));
    }

    private static void writePresence(ObjectWriter out, Presence presence) {
        out.put("type", "status")
                .put("user", user("account_name", presence.account(), "status", presence.status()))
                .put("ext", presence.extensions())
                .put("after", presence.after());
    }

    private static Authenticate readAuthenticate(Fields in, int maxText) throws JimFault {
        Fields user = in.object("user");
        return new Authenticate(
                user.person("account_name"),
                user.text("password", MAX_PASSWORD),
                in.textsOrNull("ext"),
                in.countOrNull("after"));
    }

    private static void writeAuthenticate(ObjectWriter out, Authenticate login) {
        out.put("user", user("account_name", login.account(), "password", login.password()))
                .put("ext", login.extensions())
                .put("after", login.after());
    }

    private static Map<String, Object> user(String nameField, String name, String otherField, String other) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put(nameField, name);
        if (other != null) {
            user.put(otherField, other);
        }
        return user;
    }

    private static Msg readMsg(Fields in, int maxText) throws JimFault {
        return new Msg(
                in.text("to", Names.MAX_LENGTH),
                in.text("from", Names.MAX_LENGTH),
                in.text("message", maxText),
                in.textOrNull("encoding", MAX_ENCODING),
                null,
                readTracking(in));
    }

    private static Tracking readTracking(Fields in) throws JimFault {
        return in.has("cid") || in.has("seq")
                ? new Tracking(in.idOrNull("cid", MAX_ID), in.idOrNull("id", MAX_ID), in.countOrNull("seq"))
                : null;
    }

    private static void writeMsg(ObjectWriter out, Msg msg) {
        out.put(FieldName.TO, msg.to())
                .put(FieldName.FROM, msg.from())
                .put(FieldName.MESSAGE, msg.text())
                .put(FieldName.ENCODING, msg.encoding());
        if (msg.tracking() != null) {
            writeTracking(out, msg.tracking());
        }
    }

    private static void writeTracking(ObjectWriter out, Tracking tracking) {
        out.put(FieldName.CID, tracking.cid()).put(FieldName.ID, tracking.id()).put(FieldName.SEQ, (Object)
                tracking.seq());
    }
}
