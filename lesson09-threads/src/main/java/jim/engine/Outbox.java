package jim.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FrameBytes waiting;
    /** How many bytes the writer has a copy of. */
    private int copied;

    private boolean ended;

    /**
     * @param bound the most bytes that may wait; one frame is always taken, however large
     */
    public Outbox(int bound) {
        this.bound = bound;
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

    /** Takes no more. What waits can still be taken out. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes {@code last} in place of what waits, and then no more. A frame that has begun to leave is not cut off. */
    public void endWith(Frame last) {
        lock.lock();
        try {
            if (!ended) {
                waiting.keepOnly(copied);
                add(last);
                ended = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Throws away what waits, and takes no more. */
    public void abandon() {
        lock.lock();
        try {
            waiting.clear();
            copied = 0;
            ended = true;
            changed.signal();
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
     * Of what was copied, {@code count} bytes are on their way.
     *
     * @return whether more waits
     */
    public boolean sent(int count) {
        lock.lock();
        try {
            waiting.remove(Math.min(count, waiting.size()));
            copied = 0;
            return waiting.size() > 0;
        } finally {
            lock.unlock();
        }
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
