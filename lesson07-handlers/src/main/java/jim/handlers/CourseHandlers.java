package jim.handlers;

import jim.protocol.JimFault;
import jim.protocol.Status;

/** Further commands to play with, bound by the mark on each method. */
final class CourseHandlers {
    /** Sends back what came. */
    @Handles("10001")
    Answer echo(Request request) {
        return Answer.ok().with("params", request.params());
    }

    /** Takes as long as the client says: to see that nobody else waits. */
    @Handles("10002")
    Answer sleep(Request request) throws JimFault, InterruptedException {
        if (!(request.params().get("ms") instanceof Number millis) || millis.longValue() < 0) {
            throw JimFault.stay(Status.BAD_REQUEST, "field 'ms': expected how many milliseconds, as {\"ms\":100}");
        }
        Thread.sleep(millis.longValue());
        return Answer.ok();
    }

    /** Fails: to see what the client gets, and what the log. */
    @Handles("10003")
    Answer fail(Request request) {
        throw new IllegalStateException("command 10003 always fails");
    }
}
