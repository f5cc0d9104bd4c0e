package jim.decorators;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who has called a decorated method. */
final class CallSite {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private CallSite() {}

    /** The nearest function on this thread's stack that is no part of a decorator, whoever has made that. */
    static String function() {
        return WALKER.walk(frames -> frames.filter(frame -> !isDecoration(frame.getDeclaringClass()))
                .findFirst()
                .map(CallSite::name)
                .orElse("nowhere"));
    }

    private static boolean isDecoration(Class<?> type) {
        return type == CallSite.class
                || Step.class.isAssignableFrom(type)
                || InvocationHandler.class.isAssignableFrom(type)
                || Proxy.isProxyClass(type);
    }

    /** The function's name in the source: a lambda has none and goes by that of the function in which it stands. */
    private static String name(StackFrame frame) {
        String name = frame.getMethodName();
        if (name.equals("<init>")) {
            return "new " + frame.getDeclaringClass().getSimpleName();
        }
        Matcher lambda = LAMBDA.matcher(name);
        return lambda.matches() ? lambda.group(1) : name;
    }
}
