package jim.protocol;

/** The codes of answers (protocol, section 2). A foreign server may send others; those stay plain numbers. */
public enum Status {
    /** Done. */
    OK(200),
    /** Registered and logged in. */
    CREATED(201),
    /** Kept for a recipient who is away. */
    ACCEPTED(202),
    /** Not JIM, or a field is missing, mistyped or over its limit. */
    BAD_REQUEST(400),
    /** Log in first, or log in with the password. */
    UNAUTHORIZED(401),
    /** Wrong name or password. */
    WRONG_CREDENTIALS(402),
    /** Another's name, or a room that the sender has not joined. */
    FORBIDDEN(403),
    /** No such user or room. */
    NOT_FOUND(404),
    /** The name is in use by a live connection. */
    CONFLICT(409),
    /** The recipient's mailbox is full. */
    GONE(410),
    /** Too fast. */
    TOO_MANY_REQUESTS(429),
    /** The server's own fault; nothing was kept. */
    INTERNAL_ERROR(500),
    /** The server cannot take it now; nothing was kept. */
    UNAVAILABLE(503);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
