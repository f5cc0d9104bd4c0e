package jim.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntSupplier;
import jim.protocol.Frame;

/**
 * What is still to be sent to one peer, bounded in bytes. Any thread puts in; one writer takes out. The lock is held for
 * a few instructions only, never while anything is written.
 */
final class Outbox {
    private final int bound;
    private final Queue<Frame> frames = new ArrayDeque<>();
    private int bytes;
    private boolean ended;

    /**
     * @param bound the most bytes that may wait; one frame is always taken, however large
     */
    Outbox(int bound) {
        this.bound = bound;
    }

    /** Puts {@code frame} at the end. False, and the frame is not taken, when the outbox is full. */
    synchronized boolean offer(Frame frame) {
        if (ended) {
            return true;
        }
        if (bytes > 0 && bytes + frame.length() > bound) {
            return false;
        }
        bytes += frame.length();
        frames.add(frame);
        notifyAll();
        return true;
    }

    /** Takes no more. What is in it can still be taken out. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Throws away what is in it, and takes no more. */
    synchronized void abandon() {
        frames.clear();
        end();
    }

    /**
     * Waits until there is something to send, and takes it: at most as many frames as {@code frameCount} then says, in their
     * order. Their bytes count until {@link #sent} says that they are on their way. Empty when it has ended and nothing
     * is left.
     */
    synchronized List<Frame> take(IntSupplier frameCount) throws InterruptedException {
        while (frames.isEmpty() && !ended) {
            wait();
        }
        int most = frameCount.getAsInt();
        List<Frame> taken = new ArrayList<>(Math.min(most, frames.size()));
        while (taken.size() < most && !frames.isEmpty()) {
            taken.add(frames.remove());
        }
        return taken;
    }

    /** How many bytes wait, or are on their way. */
    synchronized int bytes() {
        return bytes;
    }

    /** {@code frames}, taken before, have been written. */
    synchronized void sent(List<Frame> frames) {
        frames.forEach(frame -> bytes -= frame.length());
    }
}
