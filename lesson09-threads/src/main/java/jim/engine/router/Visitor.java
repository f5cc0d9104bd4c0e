package jim.engine.router;

import java.util.Map;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Names;

/** A connection, and the name that it has got. */
final class Visitor implements ConnectionListener {
    private static final Frame WELCOME = answer("{\"response\":200,\"alert\":\"welcome\"}");
    private static final Frame GOODBYE = answer("{\"response\":200,\"alert\":\"goodbye\"}");
    private static final Frame TAKEN = answer("{\"response\":409,\"error\":\"the name is in use, choose another\"}");
    private static final Frame NO_NAME = answer("{\"response\":400,\"error\":\"no name, or none that can be one\"}");
    private static final Frame STRANGER = answer("{\"response\":401,\"error\":\"say presence first\"}");
    private static final Frame NOT_YOU = answer("{\"response\":403,\"error\":\"field 'from': that is not you\"}");
    private static final Frame NOBODY = answer("{\"response\":404,\"error\":\"nobody of that name is here\"}");
    private static final Frame UNKNOWN =
            answer("{\"response\":400,\"error\":\"this server knows presence, msg and quit\"}");

    private final Connection connection;
    private final Map<String, Visitor> visitors;
    /** For the connection's own thread. */
    private String name;

    Visitor(Connection connection, Map<String, Visitor> visitors) {
        this.connection = connection;
        this.visitors = visitors;
    }

    private static Frame answer(String json) {
        return Frame.of(json + "\n");
    }

    @Override
    public void onFrame(Frame frame) {
        Glance glance = Glance.at(frame);
        switch (glance.action()) {
            case "msg" -> forward(frame, glance);
            case "presence" -> connection.send(arrive(glance.account()));
            case "quit" -> {
                connection.send(GOODBYE);
                connection.close();
            }
            default -> connection.send(UNKNOWN);
        }
    }

    private Frame arrive(String account) {
        if (account == null || Names.problemWithPerson(account).isPresent()) {
            return NO_NAME;
        }
        if (account.equals(name)) {
            return WELCOME;
        }
        if (name != null || visitors.putIfAbsent(account, this) != null) {
            return TAKEN;
        }
        name = account;
        return WELCOME;
    }

    /** A message that finds its recipient is not answered. */
    private void forward(Frame message, Glance glance) {
        Visitor recipient = glance.to() == null ? null : visitors.get(glance.to());
        if (name == null) {
            connection.send(STRANGER);
        } else if (!name.equals(glance.from())) {
            connection.send(NOT_YOU);
        } else if (recipient == null) {
            connection.send(NOBODY);
        } else {
            recipient.connection.send(message.line());
        }
    }

    @Override
    public void onFault(JimFault fault) {
        connection.send(answer("{\"response\":400,\"error\":\"no JSON object\"}"));
    }

    @Override
    public void onClosed(Cause why) {
        if (name != null) {
            visitors.remove(name, this);
        }
    }
}
