package jim.decorators;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The inside of a proxy: a table, made once, of what is done in place of each method. The proxy stands for its target in
 * everything else too: equal targets make equal proxies, and both have the same text.
 */
public final class Decorated implements InvocationHandler {
    private static final Object[] NO_ARGUMENTS = {};

    private final Object target;
    private final Map<Method, Step> steps = new HashMap<>();

    private Decorated(Object target) {
        this.target = target;
    }

    /** {@code target} with {@code decoration} around each method of the interface {@code type}. */
    static <T> T proxy(Class<T> type, T target, Function<MarkedMethod, Step> decoration) {
        Decorated inside = new Decorated(target);
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                inside.steps.put(method, decoration.apply(new MarkedMethod(type, method, target)));
            }
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, inside));
    }

    /** The object behind all decorators; {@code object} itself when there is none. Its class has the marks. */
    public static Object behind(Object object) {
        Object inner = object;
        while (Proxy.isProxyClass(inner.getClass()) && Proxy.getInvocationHandler(inner) instanceof Decorated outer) {
            inner = outer.target;
        }
        return inner;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Step step = steps.get(method);
        return step == null
                ? asEveryObject(method.getName(), arguments)
                : step.take(arguments == null ? NO_ARGUMENTS : arguments);
    }

    /** The three methods of {@link Object} that reach a proxy. */
    private Object asEveryObject(String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> stands(arguments[0]);
            case "hashCode" -> target.hashCode();
            default -> target.toString();
        };
    }

    /** Whether {@code other} is a proxy too, and of an equal target. */
    private boolean stands(Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof Decorated that
                && target.equals(that.target);
    }
}
