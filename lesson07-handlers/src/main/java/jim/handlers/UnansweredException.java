package jim.handlers;

import java.io.IOException;

/** No answer has come to a request, in time or at all. */
public final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    UnansweredException(boolean sent, IOException why) {
        super(
                (sent ? "the request was sent, and may have been done: " : "the request was not sent: ")
                        + why.getMessage(),
                why);
        this.sent = sent;
    }

    /** Whether the server may have got the request, so that to ask again may be to do it twice. */
    public boolean wasSent() {
        return sent;
    }
}
