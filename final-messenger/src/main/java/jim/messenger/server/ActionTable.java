package jim.messenger.server;

import java.util.function.Function;
import jim.chat.ChatFault;
import jim.handlers.Commands;
import jim.handlers.Dispatcher;
import jim.handlers.Dispatcher.Entry;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.Status;

/** Which kind of message goes to which action: a table of all methods with {@code @Handles}. Immutable; for any thread. */
final class ActionTable {
    /** What every action looks like; its message may be of the action's own kind. */
    interface Handler {
        Answer handle(Session session, JimMessage message) throws JimFault, ChatFault;
    }

    private final Dispatcher<Class<?>, Handler> handlers;

    /**
     * A table of the actions of {@code objects}.
     *
     * @throws IllegalArgumentException when two of them handle one action, or a method does not fit its action
     */
    ActionTable(Object... objects) {
        handlers = Dispatcher.of(new Commands<>(Handler.class, JimMessage::typeOf, Function.identity()), objects);
    }

    /** Does what {@code message} asks for. */
    Answer serve(Session session, JimMessage message) throws JimFault, ChatFault {
        Entry<Handler> entry = handlers.find(message.getClass());
        if (entry == null) {
            throw JimFault.stay(Status.BAD_REQUEST, "this server does not serve the action '" + message.action() + "'");
        }
        return entry.handler().handle(session, message);
    }
}
