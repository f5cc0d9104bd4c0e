package jim.messenger.server;

import java.util.HashMap;
import java.util.Map;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;
import jim.protocol.Response;
import jim.protocol.Status;

/** Which kind of message goes to which action. Immutable; for any thread. */
final class ActionTable {
    private interface Handler<M> {
        Response handle(Session session, M message) throws JimFault;
    }

    private record Row<M>(Class<M> type, Handler<M> handler) {
        Response serve(Session session, JimMessage message) throws JimFault {
            return handler.handle(session, type.cast(message));
        }
    }

    private final Map<Class<?>, Row<?>> rows = new HashMap<>();

    ActionTable(Actions actions) {
        on(Presence.class, actions::presence);
        on(Msg.class, actions::msg);
        on(Who.class, actions::who);
        on(Join.class, actions::join);
        on(Leave.class, actions::leave);
        on(Quit.class, actions::quit);
    }

    private <M extends JimMessage> void on(Class<M> type, Handler<M> handler) {
        rows.put(type, new Row<>(type, handler));
    }

    /** Does what {@code message} asks for. */
    Response serve(Session session, JimMessage message) throws JimFault {
        Row<?> row = rows.get(message.getClass());
        if (row == null) {
            throw JimFault.stay(Status.BAD_REQUEST, "this server does not serve the action '" + message.action() + "'");
        }
        return row.serve(session, message);
    }
}
