package jim.decorators;

import java.util.Arrays;
import java.util.List;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * Calls a method for those who have logged in.
 *
 * @param caller which argument is the caller
 */
record GuardedCall(MarkedMethod method, int caller) implements Step {
    static GuardedCall of(MarkedMethod method) {
        if (!method.declares(JimFault.class)) {
            throw new IllegalArgumentException(method + " has @LoginRequired, so it must declare 'throws JimFault'");
        }
        List<Class<?>> parameters = Arrays.asList(method.parameters());
        for (int i = 0; i < parameters.size(); i++) {
            if (Caller.class.isAssignableFrom(parameters.get(i))) {
                return new GuardedCall(method, i);
            }
        }
        throw new IllegalArgumentException(method + " has @LoginRequired, so it must take a Caller");
    }

    @Override
    public Object take(Object[] arguments) throws Throwable {
        if (arguments[caller] instanceof Caller who && who.isLoggedIn()) {
            return method.take(arguments);
        }
        throw JimFault.stay(
                Status.UNAUTHORIZED, "log in first: '" + method.name() + "' is for those who have said who they are");
    }
}
