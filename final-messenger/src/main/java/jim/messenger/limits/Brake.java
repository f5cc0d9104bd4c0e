package jim.messenger.limits;

import jim.engine.Connection;

/** Leaves a connection unread as long as anybody has a reason, of perhaps several. For any thread. */
public final class Brake {
    private final Connection connection;
    private int reasons;

    /** A brake that is not on. */
    public Brake(Connection connection) {
        this.connection = connection;
    }

    /** One reason more. One call of {@link #release} must follow. */
    public synchronized void press() {
        if (reasons++ == 0) {
            connection.pause();
        }
    }

    /** One reason less. */
    public synchronized void release() {
        if (--reasons == 0) {
            connection.resume();
        }
    }
}
