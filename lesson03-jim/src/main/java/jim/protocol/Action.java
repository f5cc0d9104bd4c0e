package jim.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jim.protocol.JimMessage.Ack;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.History;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Tracking;
import jim.protocol.JimMessage.Who;

/**
 * How the fields of one action are read and written (protocol, section 2). A new action is a record in
 * {@link JimMessage} and a row in {@link #ALL}.
 */
record Action<M extends JimMessage>(
        String name, Class<M> type, Reader<M> reader, Function<M, Map<String, Object>> writer) {
    /** The longest {@code action}, in code points. */
    static final int MAX_NAME = 15;

    /** The longest {@code id} or {@code cid}. */
    static final int MAX_ID = 64;

    private static final int MAX_STATUS = 100;
    private static final int MAX_ENCODING = 20;
    private static final int MAX_PASSWORD = 200;

    /** From the fields of an object to a message; the second argument is the longest text of a message. */
    interface Reader<M> {
        M read(Fields fields, int maxText) throws JimFault;
    }

    private static final List<Action<?>> ALL = List.of(
            new Action<>("presence", Presence.class, Action::readPresence, Action::writePresence),
            new Action<>("authenticate", Authenticate.class, Action::readAuthenticate, Action::writeAuthenticate),
            new Action<>("msg", Msg.class, Action::readMsg, Action::writeMsg),
            new Action<>(
                    "join", Join.class, (in, max) -> new Join(in.room("room")), join -> fields("room", join.room())),
            new Action<>(
                    "leave",
                    Leave.class,
                    (in, max) -> new Leave(in.text("room", Names.MAX_LENGTH)),
                    leave -> fields("room", leave.room())),
            new Action<>("probe", Probe.class, (in, max) -> new Probe(), probe -> Map.of()),
            new Action<>("quit", Quit.class, (in, max) -> new Quit(), quit -> Map.of()),
            new Action<>(
                    "who",
                    Who.class,
                    (in, max) -> new Who(in.textOrNull("room", Names.MAX_LENGTH)),
                    who -> fields("room", who.room())),
            new Action<>(
                    "ack",
                    Ack.class,
                    (in, max) -> new Ack(in.whole("seq", 0, Long.MAX_VALUE)),
                    ack -> fields("seq", ack.seq())),
            new Action<>(
                    "delivered",
                    Delivered.class,
                    (in, max) -> new Delivered(in.text("id", MAX_ID)),
                    delivered -> fields("id", delivered.id())),
            new Action<>("history", History.class, Action::readHistory, Action::writeHistory));

    /** Every action by its name on the wire. */
    static final Map<String, Action<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Action::name, action -> action));

    private static final Map<Class<?>, Action<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Action::type, action -> action));

    /** The action of {@code message}. */
    static Action<?> of(JimMessage message) {
        return BY_TYPE.get(message.getClass());
    }

    /** The fields of {@code message} in their order, without {@code action}. */
    Map<String, Object> write(JimMessage message) {
        return writer.apply(type.cast(message));
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

    private static Map<String, Object> writePresence(Presence presence) {
        return fields(
                "type", "status",
                "user", fields("account_name", presence.account(), "status", presence.status()),
                "ext", presence.extensions(),
                "after", presence.after());
    }

    private static Authenticate readAuthenticate(Fields in, int maxText) throws JimFault {
        Fields user = in.object("user");
        return new Authenticate(
                user.person("account_name"),
                user.text("password", MAX_PASSWORD),
                in.textsOrNull("ext"),
                in.countOrNull("after"));
    }

    private static Map<String, Object> writeAuthenticate(Authenticate login) {
        return fields(
                "user", fields("account_name", login.account(), "password", login.password()),
                "ext", login.extensions(),
                "after", login.after());
    }

    private static Msg readMsg(Fields in, int maxText) throws JimFault {
        return new Msg(
                in.text("to", Names.MAX_LENGTH),
                in.text("from", Names.MAX_LENGTH),
                in.text("message", maxText),
                in.textOrNull("encoding", MAX_ENCODING),
                in.secondsOrNull("time"),
                readTracking(in));
    }

    private static Tracking readTracking(Fields in) throws JimFault {
        return in.has("cid") || in.has("seq")
                ? new Tracking(in.idOrNull("cid", MAX_ID), in.idOrNull("id", MAX_ID), in.countOrNull("seq"))
                : null;
    }

    private static Map<String, Object> writeMsg(Msg msg) {
        return fields(
                "time",
                msg.time() == null ? null : JimCodec.seconds(msg.time()),
                "to",
                msg.to(),
                "from",
                msg.from(),
                "message",
                msg.text(),
                "encoding",
                msg.encoding(),
                "cid",
                msg.tracking() == null ? null : msg.tracking().cid(),
                "id",
                msg.tracking() == null ? null : msg.tracking().id(),
                "seq",
                msg.tracking() == null ? null : msg.tracking().seq());
    }

    private static History readHistory(Fields in, int maxText) throws JimFault {
        in.checkOneOf("with", "room");
        in.checkAtMostOneOf("before", "after");
        return new History(
                in.textOrNull("with", Names.MAX_LENGTH),
                in.textOrNull("room", Names.MAX_LENGTH),
                in.textOrNull("before", MAX_ID),
                in.textOrNull("after", MAX_ID),
                in.has("limit") ? (int) in.whole("limit", 1, Integer.MAX_VALUE) : null);
    }

    private static Map<String, Object> writeHistory(History history) {
        return fields(
                "with", history.with(),
                "room", history.room(),
                "before", history.before(),
                "after", history.after(),
                "limit", history.limit());
    }

    /** Names and values in turn, as an object's fields; a value that is null is left out. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return fields;
    }
}
