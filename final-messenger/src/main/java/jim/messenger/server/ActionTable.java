package jim.messenger.server;

import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.stream.Stream;
import jim.chat.ChatFault;
import jim.decorators.LoggingProxy;
import jim.decorators.LoginRequiredProxy;
import jim.handlers.Commands;
import jim.handlers.Dispatcher;
import jim.handlers.Dispatcher.Entry;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.Status;
import org.apache.logging.log4j.Logger;

/** Which kind of message goes to which action: a table of all methods with {@code @Handles}. Immutable; for any thread. */
final class ActionTable {
    /**
     * What every action looks like; its message may be of the action's own kind. Nobody else can implement it, so each one is
     * made of a method.
     */
    private interface Handler {
        Answer handle(Session session, JimMessage message) throws JimFault, ChatFault;
    }

    private final Dispatcher<Class<?>, Handler> handlers;

    private ActionTable(Dispatcher<Class<?>, Handler> handlers) {
        this.handlers = handlers;
    }

    /**
     * A table of the actions of {@code objects}.
     *
     * @param codec knows their names
     * @throws IllegalArgumentException when two of them handle one action, or a method does not fit its action
     */
    static ActionTable of(JimCodec codec, Stream<Object> objects) {
        return new ActionTable(
                Dispatcher.of(new Commands<>(Handler.class, codec::typeOf, Function.identity()), objects.toArray()));
    }

    /** The same, where each call of an action with {@code @Log} is logged. */
    ActionTable logged(Logger log) {
        return new ActionTable(
                handlers.decorated((type, handler) -> LoggingProxy.of(Handler.class, handler, method(type), log)));
    }

    /** The same, where actions with {@code @LoginRequired} are for those alone who have logged in. */
    ActionTable guarded() {
        return new ActionTable(
                handlers.decorated((type, handler) -> LoginRequiredProxy.of(Handler.class, handler, method(type))));
    }

    private Method method(Class<?> type) {
        return (Method) handlers.find(type).place();
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
