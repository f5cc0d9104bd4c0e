package jim.engine.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Names;
import jim.protocol.Outline;
import jim.protocol.StrictJson;

/** A connection, and the name that it has got. */
final class Visitor implements ConnectionListener {
    private static final Frame WELCOME = answer("{\"response\":200,\"alert\":\"welcome\"}");
    private static final Frame GOODBYE = answer("{\"response\":200,\"alert\":\"goodbye\"}");
    private static final Frame TAKEN = answer("{\"response\":409,\"error\":\"the name is in use, choose another\"}");
    private static final Frame NO_NAME = answer("{\"response\":400,\"error\":\"no name, or none that can be one\"}");
    private static final Frame STRANGER = answer("{\"response\":401,\"error\":\"say presence first\"}");
    private static final Frame NOT_YOU = answer("{\"response\":403,\"error\":\"field 'from': that is not you\"}");
    private static final Frame NOBODY = answer("{\"response\":404,\"error\":\"nobody of that name is here\"}");
    private static final Frame NO_OBJECT = answer("{\"response\":400,\"error\":\"no JSON object\"}");
    private static final Frame UNKNOWN =
            answer("{\"response\":400,\"error\":\"this server knows presence, msg and quit\"}");

    private static final byte[] ACTION = "action".getBytes(UTF_8);
    private static final byte[] MSG = "msg".getBytes(UTF_8);
    private static final byte[] FROM = "from".getBytes(UTF_8);
    private static final byte[] TO = "to".getBytes(UTF_8);

    private final Connection connection;
    private final Map<String, Visitor> visitors;
    /** The name and its bytes; null before the presence, the bytes after the end too. Written by the connection's thread. */
    private String name;

    private volatile byte[] nameBytes;
    /** To whom the last message went: people say several things to the same person. */
    private Visitor last;

    Visitor(Connection connection, Map<String, Visitor> visitors) {
        this.connection = connection;
        this.visitors = visitors;
    }

    private static Frame answer(String json) {
        return Frame.of(json + "\n");
    }

    @Override
    public void onFrame(Frame frame) {
        Outline outline = frame.outline();
        if (outline == null || !forwardAtOnce(frame, outline)) {
            serve(frame);
        }
    }

    /** Forwards a message in which all that has to be known can be seen at a glance. */
    private boolean forwardAtOnce(Frame message, Outline outline) {
        if (name == null || !outline.has(ACTION, MSG) || !outline.has(FROM, nameBytes)) {
            return false;
        }
        if (last == null || !last.isCalledIn(outline)) {
            String to = outline.text(TO);
            last = to == null ? null : visitors.get(to);
        }
        if (last != null) {
            last.connection.send(message.line());
        }
        return last != null;
    }

    private boolean isCalledIn(Outline outline) {
        byte[] called = nameBytes;
        return called != null && outline.has(TO, called);
    }

    private void serve(Frame frame) {
        try {
            Map<String, Object> fields = StrictJson.fields(frame, JsonFraming.MAX_DEPTH);
            switch (text(fields, "action")) {
                case "msg" -> forward(frame, fields);
                case "presence" -> connection.send(arrive(fields));
                case "quit" -> {
                    connection.send(GOODBYE);
                    connection.close();
                }
                default -> connection.send(UNKNOWN);
            }
        } catch (JimFault fault) {
            connection.send(NO_OBJECT);
            connection.close();
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private Frame arrive(Map<String, Object> presence) {
        String account = presence.get("user") instanceof Map<?, ?> user ? text(user, "account_name") : "";
        if (Names.problemWithPerson(account).isPresent()) {
            return NO_NAME;
        }
        if (account.equals(name)) {
            return WELCOME;
        }
        if (name != null || visitors.putIfAbsent(account, this) != null) {
            return TAKEN;
        }
        name = account;
        nameBytes = account.getBytes(UTF_8);
        return WELCOME;
    }

    /** A message that finds its recipient is not answered. */
    private void forward(Frame message, Map<String, Object> fields) {
        Visitor recipient = visitors.get(text(fields, "to"));
        if (name == null) {
            connection.send(STRANGER);
        } else if (!name.equals(fields.get("from"))) {
            connection.send(NOT_YOU);
        } else if (recipient == null) {
            connection.send(NOBODY);
        } else {
            recipient.connection.send(message.line());
        }
    }

    @Override
    public void onFault(JimFault fault) {
        connection.send(NO_OBJECT);
    }

    @Override
    public void onClosed(Cause why) {
        if (name != null) {
            visitors.remove(name, this);
            nameBytes = null;
        }
    }
}
