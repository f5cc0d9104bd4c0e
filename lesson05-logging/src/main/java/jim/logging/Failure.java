package jim.logging;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What went wrong, in one line: each exception from the outermost to its cause, with the call that threw it and our own
 * calls that led there. What the JDK does in between fills a screen and helps nobody.
 */
final class Failure {
    private static final String OURS = "jim.";
    private static final int CALLS = 6;
    private static final int CAUSES = 4;

    private Failure() {}

    /** {@code java.io.IOException: no route [at Door.open:12 < Room.enter:4], caused by ...}. */
    static String inOneLine(Throwable thrown) {
        StringBuilder line = new StringBuilder(one(thrown));
        Throwable cause = thrown.getCause();
        // Bounded: a chain of causes may be a circle.
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            line.append(", caused by ").append(one(cause));
            cause = cause.getCause();
        }
        return line.toString();
    }

    private static String one(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        String calls = Arrays.stream(frames)
                .filter(frame -> frame.equals(frames[0]) || frame.getClassName().startsWith(OURS))
                .limit(CALLS)
                .map(Failure::call)
                .collect(Collectors.joining(" < "));
        return thrown + (calls.isEmpty() ? "" : " [at " + calls + "]");
    }

    private static String call(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return type + "." + frame.getMethodName() + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
    }
}
