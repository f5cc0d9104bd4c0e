package jim.decorators;

import java.lang.reflect.Method;
import org.apache.logging.log4j.Logger;

/**
 * Makes the calls of an object logged, and changes nothing else about it: the target is called once, with the same
 * arguments, and its result or exception comes out as it is. What an object calls on itself does not pass its proxy and
 * is not logged.
 *
 * <p>One call is one line at {@code INFO}: {@code formAnswer(Frame[72 bytes]) called from serve -> Response[code=200]
 * in 0.213 ms}.
 */
public final class LoggingProxy {
    private LoggingProxy() {}

    /**
     * Logs the calls of the methods that are marked with {@link Log}.
     *
     * @param type the interface that callers see
     */
    public static <T> T of(Class<T> type, T target, Logger log) {
        return Decorated.proxy(type, target, method -> logged(method, log));
    }

    /**
     * Logs the calls of a target that a dispatcher has made of the method {@code behind}, under the name of that method, when
     * it is marked with {@link Log}, or its class is.
     *
     * @param type the target's interface, which has one method
     */
    public static <T> T of(Class<T> type, T target, Method behind, Logger log) {
        return Decorated.proxy(type, target, method -> logged(method.thatCalls(behind), log));
    }

    private static Step logged(MarkedMethod method, Logger log) {
        return method.orItsTypeHas(Log.class) ? new LoggedCall(method, log) : method;
    }

    /**
     * Logs the calls of every method. For an interface that cannot bear the mark, because it stands in a lower layer and
     * must not know of it.
     *
     * @param type the interface that callers see
     */
    public static <T> T ofEveryMethod(Class<T> type, T target, Logger log) {
        return Decorated.proxy(type, target, method -> new LoggedCall(method, log));
    }
}
