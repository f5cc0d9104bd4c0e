package jim.messenger.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import jim.engine.Connection;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * The answers of one connection, each said in its turn: in the order of the requests, however late some of them come.
 * Answers are added on the connection's own thread; they may be given on any.
 */
final class Answers {
    /** Whoever asks faster than answers come has to wait. */
    private static final int MOST_WAITING = 1_024;

    private static final Answer NO_ANSWER = Answer.of(Response.of(Status.OK, ""));

    private final Connection connection;
    /** Guarded by this, as is what follows. */
    private final Deque<Turn> waiting = new ArrayDeque<>(0);

    /** Whether nothing waits. Written under this lock; only {@link #add} makes it false. */
    private volatile boolean isIdle = true;

    /** Whether this has paused the connection: pauses are counted, and only what was paused may be resumed. */
    private boolean paused;

    /** Whether a request is being served whose answer is not here yet, and what is to be said behind that. */
    private boolean isExpecting;

    private final List<Runnable> behind = new ArrayList<>(0);

    /** What is said last, while it is not said; null for nothing. */
    private Runnable last;

    private boolean isLast;
    private boolean asksNoMore;

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

    /** An answer will be added: until then, {@link #sayBehind} waits. On the connection's own thread. */
    synchronized void expect() {
        isExpecting = true;
    }

    /** Says {@code answer} with {@code say} when it is there and all answers before it have been said. */
    void add(Answer answer, Consumer<Response> say) {
        Response given = answer.response();
        if (isIdle && given != null) {
            say.accept(given);
        } else {
            queue(new Turn(answer, say));
            answer.whenGiven(late -> sayOn());
        }
        if (isExpecting) {
            expectNoMore();
        }
    }

    private synchronized void expectNoMore() {
        isExpecting = false;
        behind.forEach(this::sayInTurn);
        behind.clear();
    }

    /** Says something that is no answer, behind the answers to all that has been asked by now. For any thread. */
    synchronized void sayBehind(Runnable notice) {
        if (isExpecting) {
            behind.add(notice);
        } else {
            sayInTurn(notice);
        }
    }

    /**
     * Closes the connection, and says {@code word} behind the answers to all that has been asked by then, also to what is
     * being served in this moment. The first word is the last. For any thread.
     */
    void sayLast(Runnable word) {
        synchronized (this) {
            if (isLast) {
                return;
            }
            isLast = true;
            last = word;
            connection.hold();
            sayLastWhenDue();
        }
        connection.close();
    }

    /** Nothing more will be asked. On the connection's own thread. */
    synchronized void askNoMore() {
        asksNoMore = true;
        sayLastWhenDue();
    }

    private void sayLastWhenDue() {
        if (asksNoMore && last != null) {
            Runnable word = last;
            last = null;
            sayInTurn(() -> {
                word.run();
                connection.release();
            });
        }
    }

    private void sayInTurn(Runnable notice) {
        if (waiting.isEmpty()) {
            notice.run();
        } else {
            waiting.addLast(new Turn(NO_ANSWER, nothing -> notice.run()));
        }
    }

    private synchronized void queue(Turn turn) {
        if (waiting.isEmpty()) {
            isIdle = false;
            connection.hold();
        }
        waiting.addLast(turn);
        if (waiting.size() >= MOST_WAITING && !paused) {
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
