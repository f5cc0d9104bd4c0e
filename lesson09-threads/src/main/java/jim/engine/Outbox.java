package jim.engine;

import java.nio.ByteBuffer;
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
        /** It waits, and with it so much that has come since the writer last looked that the writer should look soon. */
        CROWDED,
        /** There is no room for it. */
        FULL,
        /** Nothing is taken any more. */
        ENDED
    }

    /** Such a part of the bound is much. */
    private static final int CROWD = 4;

    private final int bound;
    private final Consumer<Throwable> failures;
    /** Guarded by this, as is what follows. */
    private final WaitingFrames waiting;

    /** How many bytes have come since the writer last looked. */
    private int unseen;

    /** How many bytes the writer has a copy of. */
    private int copied;

    /** How many bytes have been sent since the beginning. */
    private long sent;
    /** Its own from when somebody wants to know. */
    private SentMarks marks = SentMarks.NONE;

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
        this.waiting = new WaitingFrames(bound);
    }

    /** Puts {@code frame} at the end, if there is room. */
    public synchronized Offer offer(Frame frame) {
        if (ended) {
            return Offer.ENDED;
        }
        if (waiting.size() > 0 && waiting.size() + frame.length() > bound) {
            return Offer.FULL;
        }
        waiting.add(frame);
        unseen += frame.length();
        return isCrowded() ? Offer.CROWDED : Offer.TAKEN;
    }

    /** Whether much has come since the writer last looked: if it does not look soon, there may be no room any more. */
    public synchronized boolean isCrowded() {
        return unseen > bound / CROWD;
    }

    /**
     * Runs {@code then}, without the lock, when all that was put in before has been sent; never when some of it is thrown
     * away, or nothing is taken any more.
     */
    public void afterSent(Runnable then) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (marks == SentMarks.NONE) {
                marks = new SentMarks();
            }
            marks.add(sent + waiting.size(), then);
            if (!marks.begin(sent)) {
                return;
            }
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

    private synchronized Runnable nextDue() {
        return marks.next(sent);
    }

    /** From now on an end waits for the release. Holds are counted. */
    public synchronized void hold() {
        holds++;
    }

    /**
     * Takes one hold back.
     *
     * @return whether an end has waited for it, which now is there
     */
    public synchronized boolean release() {
        holds--;
        return endAsked && endUnlessHeld();
    }

    /** Takes no more, as soon as nobody holds it. What waits can still be taken out. */
    public synchronized void end() {
        endAsked = true;
        endUnlessHeld();
    }

    private boolean endUnlessHeld() {
        if (holds > 0 || ended) {
            return false;
        }
        ended = true;
        return true;
    }

    /**
     * Takes {@code last} in place of what waits, and then no more, also when it is held. A frame that has begun to leave is
     * not cut off.
     */
    public synchronized void endWith(Frame last) {
        if (!ended) {
            waiting.keepOnly(copied);
            waiting.add(last);
            endAtOnce();
        }
    }

    /** Throws away what waits, and takes no more, also when it is held. */
    public synchronized void abandon() {
        waiting.clear();
        copied = 0;
        endAtOnce();
    }

    private void endAtOnce() {
        ended = true;
        if (marks != SentMarks.NONE) {
            marks.clear();
        }
    }

    /** Whether nothing is left, and nothing more will come. */
    public synchronized boolean isOver() {
        return ended && waiting.size() == 0;
    }

    /**
     * Copies what waits into {@code out}, in order, as much as there is room for. It waits and counts until {@link #sent}.
     *
     * @param most the most frames
     */
    public synchronized void fill(ByteBuffer out, int most) {
        copied = waiting.copyTo(out, most);
        unseen = 0;
    }

    /**
     * Of what was copied, {@code count} bytes are on their way. Runs what has waited for them.
     *
     * @return whether more waits
     */
    public boolean sent(int count) {
        boolean more;
        synchronized (this) {
            int leaving = Math.min(count, waiting.size());
            waiting.remove(leaving);
            copied = 0;
            sent += leaving;
            more = waiting.size() > 0;
            if (!marks.begin(sent)) {
                return more;
            }
        }
        runDue();
        return more;
    }

    /** How many bytes wait. */
    public synchronized int bytes() {
        return waiting.size();
    }
}
