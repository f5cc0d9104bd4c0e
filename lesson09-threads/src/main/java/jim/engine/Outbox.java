package jim.engine;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
    private final Deque<Frame> frames = new ArrayDeque<>();
    /** How many bytes of the first frame have been sent. */
    private int begun;
    /** How many bytes, from the beginning of the first frame, the writer has a copy of. */
    private int copied;

    private int bytes;
    private boolean ended;

    /**
     * @param bound the most bytes that may wait; one frame is always taken, however large
     */
    public Outbox(int bound) {
        this.bound = bound;
    }

    /** Puts {@code frame} at the end, if there is room. */
    public Offer offer(Frame frame) {
        lock.lock();
        try {
            if (ended) {
                return Offer.ENDED;
            }
            if (bytes > 0 && bytes + frame.length() > bound) {
                return Offer.FULL;
            }
            add(frame);
            return Offer.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    private void add(Frame frame) {
        bytes += frame.length();
        frames.addLast(frame);
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
                removeWhatHasNotBegun();
                add(last);
                ended = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void removeWhatHasNotBegun() {
        int leaving = Math.max(copied, begun);
        int start = 0;
        Iterator<Frame> waiting = frames.iterator();
        while (waiting.hasNext()) {
            Frame frame = waiting.next();
            if (start >= leaving) {
                waiting.remove();
                bytes -= frame.length();
            }
            start += frame.length();
        }
    }

    /** Throws away what waits, and takes no more. */
    public void abandon() {
        lock.lock();
        try {
            frames.clear();
            bytes = 0;
            begun = 0;
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
            while (frames.isEmpty() && !ended) {
                changed.await();
            }
            return !frames.isEmpty();
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
            int from = begun;
            copied = 0;
            Iterator<Frame> waiting = frames.iterator();
            for (int i = 0; i < most && out.hasRemaining() && waiting.hasNext(); i++) {
                copied += from + waiting.next().copyTo(out, from);
                from = 0;
            }
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
            copied = 0;
            begun += count;
            bytes -= count;
            while (!frames.isEmpty() && begun >= frames.getFirst().length()) {
                begun -= frames.removeFirst().length();
            }
            if (frames.isEmpty()) {
                begun = 0;
                bytes = 0;
            }
            return bytes > 0;
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes wait. */
    public int bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
