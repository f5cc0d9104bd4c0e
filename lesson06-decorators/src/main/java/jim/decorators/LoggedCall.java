package jim.decorators;

import org.apache.logging.log4j.Logger;

/** Calls a method and writes one line about it. The line cannot make the call fail. */
final class LoggedCall implements Step {
    private final MarkedMethod method;
    private final Logger log;
    private final boolean[] secretArguments;
    private final boolean secretResult;
    private final boolean anySecret;

    LoggedCall(MarkedMethod method, Logger log) {
        this.method = method;
        this.log = log;
        this.secretArguments = method.parametersWith(Secret.class);
        this.secretResult = method.has(Secret.class);
        this.anySecret = secretResult || contains(secretArguments);
    }

    private static boolean contains(boolean[] marks) {
        for (boolean mark : marks) {
            if (mark) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object take(Object[] arguments) throws Throwable {
        if (!log.isInfoEnabled()) {
            return method.take(arguments);
        }
        // Before the call: the method may change its arguments.
        String call = call(arguments);
        long start = System.nanoTime();
        Object result;
        try {
            result = method.take(arguments);
        } catch (Throwable thrown) {
            log.info("{} threw {} in {} ms", call, failure(thrown), millisSince(start));
            throw thrown;
        }
        log.info("{}{} in {} ms", call, outcome(result), millisSince(start));
        return result;
    }

    private String call(Object[] arguments) {
        StringBuilder call = new StringBuilder(method.name()).append('(');
        for (int i = 0; i < arguments.length; i++) {
            call.append(i == 0 ? "" : ", ").append(secretArguments[i] ? Shown.SECRET : Shown.of(arguments[i]));
        }
        return call.append(") called from ").append(CallSite.function()).toString();
    }

    private String outcome(Object result) {
        if (method.isVoid()) {
            return "";
        }
        return " -> " + (secretResult ? Shown.SECRET : Shown.of(result));
    }

    /** The message of an exception may quote what is secret. */
    private String failure(Throwable thrown) {
        return anySecret ? thrown.getClass().getName() : Shown.of(thrown);
    }

    /** Milliseconds with three digits of fraction. A formatter would cost more than the rest of the line. */
    private static String millisSince(long start) {
        long micros = (System.nanoTime() - start) / 1_000;
        return micros / 1_000 + "." + String.valueOf(1_000 + micros % 1_000).substring(1);
    }
}
