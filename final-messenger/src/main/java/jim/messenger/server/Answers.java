package jim.messenger.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import jim.engine.Connection;
import jim.protocol.Response;

/**
 * The answers of one connection, each said in its turn: in the order of the requests, however late some of them come. For
 * any thread.
 */
final class Answers {
    /** Whoever asks faster than answers come has to wait. */
    private static final int MOST_WAITING = 1_024;

    private final Connection connection;
    /** Guarded by this, as is what follows. */
    private final Deque<Turn> waiting = new ArrayDeque<>(0);

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
        Turn turn = new Turn(answer, say);
        synchronized (this) {
            if (waiting.isEmpty() && turn.isThere()) {
                turn.take();
                return;
            }
            queue(turn);
        }
        answer.whenGiven(given -> sayOn());
    }

    private void queue(Turn turn) {
        if (waiting.isEmpty()) {
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
            connection.release();
        }
    }
}
