package jim.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be run when so many bytes have been sent, in order. One thread at a time runs: whoever begins goes on until
 * nothing is due. Guarded by its outbox's lock, which nobody holds while it runs.
 */
final class SentMarks {
    /** Those of an outbox that nobody has asked: there may be ten thousand. Nothing is added to them. */
    static final SentMarks NONE = new SentMarks();

    private record Mark(long after, Runnable then) {}

    private final Deque<Mark> marks = new ArrayDeque<>(1);
    private boolean running;

    /** {@code then} is due after so many bytes. */
    void add(long after, Runnable then) {
        marks.addLast(new Mark(after, then));
    }

    /** Whether something is due now that so many bytes were sent, and the caller is the one who runs it. */
    boolean begin(long sent) {
        if (running || !isDue(sent)) {
            return false;
        }
        running = true;
        return true;
    }

    /** The next that is due, for whoever has begun; null when there is none, and then another may begin. */
    Runnable next(long sent) {
        running = isDue(sent);
        return running ? marks.removeFirst().then() : null;
    }

    private boolean isDue(long sent) {
        return !marks.isEmpty() && marks.getFirst().after() <= sent;
    }

    void clear() {
        marks.clear();
    }
}
