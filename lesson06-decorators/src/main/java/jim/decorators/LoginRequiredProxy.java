package jim.decorators;

import java.lang.reflect.Method;

/**
 * Lets nobody through who has not logged in: a call of a method that is marked with {@link LoginRequired} is answered
 * with 401 while its {@link Caller} has no session, and the target hears nothing of it.
 */
public final class LoginRequiredProxy {
    private LoginRequiredProxy() {}

    /**
     * Guards {@code target}.
     *
     * @param type the interface that callers see
     * @throws IllegalArgumentException when a marked method takes no caller, or cannot throw the refusal
     */
    public static <T> T of(Class<T> type, T target) {
        return Decorated.proxy(type, target, LoginRequiredProxy::guarded);
    }

    /**
     * Guards a target that a dispatcher has made of the method {@code behind}, under the name and with the mark of that method.
     *
     * @param type the target's interface, which has one method
     * @throws IllegalArgumentException as above
     */
    public static <T> T of(Class<T> type, T target, Method behind) {
        return Decorated.proxy(type, target, method -> guarded(method.thatCalls(behind)));
    }

    private static Step guarded(MarkedMethod method) {
        return method.has(LoginRequired.class) ? GuardedCall.of(method) : method;
    }
}
