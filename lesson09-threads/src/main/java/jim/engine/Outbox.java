package jim.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jim.protocol.Frame;

/**
 * What is still to be sent to one peer, bounded in bytes. Any thread puts in; one writer takes out: it copies what waits,
 * writes, and says how much is on its way. The lock is held for the copy, never while anything is written.
 */
public final class Outbox {
    /** What became of a frame that was offered. */
    public enum Offer {
        /** It waits. */
        TAKEN,
        /** There is no room for it. */
        FULL,
        /** Nothing is taken any more. */
        ENDED
    }

    private final int bound;
    private final Consumer<Throwable> failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FrameBytes waiting;
    /** How many bytes the writer has a copy of. */
    private int copied;

    /** How many bytes have been sent since the beginning. */
    private long sent;
    /** Null until somebody wants to know. */
    private SentMarks marks;

    private int holds;
    private boolean endAsked;
    private boolean ended;

    /**
     * @param bound the most bytes that may wait; one frame is always taken, however large
     * @param failures is told what was thrown by what ran after something was sent
     */
    public Outbox(int bound, Consumer<Throwable> failures) {
        this.bound = bound;
        this.failures = failures;
        this.waiting = new FrameBytes(bound);
    }

    /** Puts {@code frame} at the end, if there is room. */
    public Offer offer(Frame frame) {
        lock.lock();
        try {
            if (ended) {
                return Offer.ENDED;
            }
            if (waiting.size() > 0 && waiting.size() + frame.length() > bound) {
                return Offer.FULL;
            }
            add(frame);
            return Offer.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    private void add(Frame frame) {
        waiting.add(frame);
        changed.signal();
    }

    /**
     * Runs {@code then}, without the lock, when all that was put in before has been sent; never when some of it is thrown
     * away, or nothing is taken any more.
     */
    public void afterSent(Runnable then) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (marks == null) {
                marks = new SentMarks();
            }
            marks.add(sent + waiting.size(), then);
            if (!marks.begin(sent)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        runDue();
    }

    /** For whoever has begun, and so one thread at a time. */
    private void runDue() {
        for (Runnable due = nextDue(); due != null; due = nextDue()) {
            try {
                due.run();
            } catch (RuntimeException | Error e) {
                failures.accept(e);
            }
        }
    }

    private Runnable nextDue() {
        lock.lock();
        try {
            return marks.next(sent);
        } finally {
            lock.unlock();
        }
    }

    /** From now on an end waits for the release. Holds are counted. */
    public void hold() {
        lock.lock();
        try {
            holds++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes one hold back.
     *
     * @return whether an end has waited for it, which now is there
     */
    public boolean release() {
        lock.lock();
        try {
            holds--;
            return endAsked && endUnlessHeld();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more, as soon as nobody holds it. What waits can still be taken out. */
    public void end() {
        lock.lock();
        try {
            endAsked = true;
            endUnlessHeld();
        } finally {
            lock.unlock();
        }
    }

    private boolean endUnlessHeld() {
        if (holds > 0 || ended) {
            return false;
        }
        ended = true;
        changed.signal();
        return true;
    }

    /**
     * Takes {@code last} in place of what waits, and then no more, also when it is held. A frame that has begun to leave is
     * not cut off.
     */
    public void endWith(Frame last) {
        lock.lock();
        try {
            if (!ended) {
                waiting.keepOnly(copied);
                add(last);
                endAtOnce();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Throws away what waits, and takes no more, also when it is held. */
    public void abandon() {
        lock.lock();
        try {
            waiting.clear();
            copied = 0;
            endAtOnce();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void endAtOnce() {
        ended = true;
        if (marks != null) {
            marks.clear();
        }
    }

    /** Whether nothing is left, and nothing more will come. */
    public boolean isOver() {
        lock.lock();
        try {
            return ended && waiting.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is to be sent; false when it has ended and nothing is left. */
    public boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.size() == 0 && !ended) {
                changed.await();
            }
            return waiting.size() > 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Copies what waits into {@code out}, in order, as much as there is room for. It waits and counts until {@link #sent}.
     *
     * @param most the most frames
     */
    public void fill(ByteBuffer out, int most) {
        lock.lock();
        try {
            copied = waiting.copyTo(out, waiting.size(most));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Of what was copied, {@code count} bytes are on their way. Runs what has waited for them.
     *
     * @return whether more waits
     */
    public boolean sent(int count) {
        boolean more;
        lock.lock();
        try {
            int leaving = Math.min(count, waiting.size());
            waiting.remove(leaving);
            copied = 0;
            sent += leaving;
            more = waiting.size() > 0;
            if (marks == null || !marks.begin(sent)) {
                return more;
            }
        } finally {
            lock.unlock();
        }
        runDue();
        return more;
    }

    /** How many bytes wait. */
    public int bytes() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
