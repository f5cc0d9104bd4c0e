package jim.messenger.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import jim.engine.Connection;
import jim.protocol.Response;

/**
 * The answers of one connection, each said in its turn: in the order of the requests, however late some of them come.
 * Answers are added on the connection's own thread; they may be given on any.
 */
final class Answers {
    /** Whoever asks faster than answers come has to wait. */
    private static final int MOST_WAITING = 1_024;

    private final Connection connection;
    /** Guarded by this, as is what follows. */
    private final Deque<Turn> waiting = new ArrayDeque<>(0);

    /** Whether nothing waits. Written under this lock; only {@link #add} makes it false. */
    private volatile boolean isIdle = true;

    /** Whether this has paused the connection: pauses are counted, and only what was paused may be resumed. */
    private boolean paused;

    /** An answer, and who says it. */
    private record Turn(Answer answer, Consumer<Response> say) {
        boolean isThere() {
            return answer.response() != null;
        }

        void take() {
            say.accept(answer.response());
        }
    }

    Answers(Connection connection) {
        this.connection = connection;
    }

    /** Says {@code answer} with {@code say} when it is there and all answers before it have been said. */
    void add(Answer answer, Consumer<Response> say) {
        Response given = answer.response();
        if (isIdle && given != null) {
            say.accept(given);
            return;
        }
        queue(new Turn(answer, say));
        answer.whenGiven(late -> sayOn());
    }

    private synchronized void queue(Turn turn) {
        if (waiting.isEmpty()) {
            isIdle = false;
            connection.hold();
        }
        waiting.addLast(turn);
        if (waiting.size() == MOST_WAITING && !paused) {
            paused = true;
            connection.pause();
        }
    }

    private synchronized void sayOn() {
        if (waiting.isEmpty()) {
            return;
        }
        while (!waiting.isEmpty() && waiting.peekFirst().isThere()) {
            waiting.removeFirst().take();
            if (waiting.size() == MOST_WAITING / 2 && paused) {
                paused = false;
                connection.resume();
            }
        }
        if (waiting.isEmpty()) {
            isIdle = true;
            connection.release();
        }
    }
}
