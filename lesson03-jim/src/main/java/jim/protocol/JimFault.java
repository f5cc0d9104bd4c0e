package jim.protocol;

import java.util.Map;

/**
 * A peer's fault, on its way to the one place where it becomes an answer (protocol, section 1). There are two kinds: an
 * object that is wrong in its content is answered and the connection lives on; bytes that are no object at all are
 * answered and the connection is closed. Expected, so it fills in no stack trace.
 */
public final class JimFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Response answer;
    private final boolean closes;

    private JimFault(Response answer, boolean closes) {
        super(answer.text(), null, false, false);
        this.answer = answer;
        this.closes = closes;
    }

    /** Reject and stay: {@code text} says what is wrong and what was expected. */
    public static JimFault stay(Status status, String text) {
        return new JimFault(Response.of(status, text), false);
    }

    /** Reject and close: the stream cannot be understood from here on. */
    public static JimFault close(String text) {
        return new JimFault(Response.of(Status.BAD_REQUEST, text), true);
    }

    /** The same fault, its answer repeating {@code echo}. */
    JimFault echoing(Map<String, Object> echo) {
        return new JimFault(answer.with(echo), closes);
    }

    /** What the peer is to be told. */
    public Response answer() {
        return answer;
    }

    /** Whether the connection ends with this answer. */
    public boolean closes() {
        return closes;
    }
}
