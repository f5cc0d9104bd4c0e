package jim.messenger.server;

import jim.chat.ChatFault;
import jim.protocol.Response;
import jim.protocol.Status;

/** What the chat refuses, and what fails, in the codes of JIM (protocol, section 2). */
final class Refusals {
    /** For a failure that nobody has foreseen. */
    static final Response OUR_FAULT =
            Response.of(Status.INTERNAL_ERROR, "this server has made a mistake, and nothing was done: try again");

    private Refusals() {}

    static Response of(ChatFault fault) {
        return Response.of(status(fault.kind()), fault.getMessage());
    }

    private static Status status(ChatFault.Kind kind) {
        return switch (kind) {
            case BAD_NAME, TOO_LONG, TOO_MANY_ROOMS -> Status.BAD_REQUEST;
            case NAME_IN_USE, MARK_IN_USE -> Status.CONFLICT;
            case NOBODY, NO_ROOM -> Status.NOT_FOUND;
            case NOT_A_MEMBER -> Status.FORBIDDEN;
            case LOGGED_OUT, PROTECTED -> Status.UNAUTHORIZED;
            case MAILBOX_FULL -> Status.GONE;
            case NOT_KEPT -> Status.UNAVAILABLE;
            case UNREACHABLE -> Status.INTERNAL_ERROR;
        };
    }
}
