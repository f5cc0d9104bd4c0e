package jim.decorators;

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
        return Decorated.proxy(
                type, target, method -> method.has(LoginRequired.class) ? GuardedCall.of(method) : method);
    }
}
