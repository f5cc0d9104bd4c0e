package jim.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import jim.protocol.Frame;

/**
 * The frames that wait for one peer. Usually the next flush takes them all, and until then they wait as they are, so that
 * what goes to many people is not copied for each of them before its time. What a flush has left is kept as bytes: a peer
 * that does not read may have much of it, and for long. For one thread at a time.
 *
 * <pre>
 *   add ──▶ fresh ── the first flush ──▶ the peer
 *             │                             ▲
 *             └─ what that has left ─▶ left ┘ the next ones; and add, until it is empty
 * </pre>
 */
final class WaitingFrames {
    private static final int FIRST_FRAMES = 4;
    /** For so many, room stays at hand when all have left. */
    private static final int KEPT_FRAMES = 64;

    private static final Frame[] NONE = {};

    /** When there is something in it, there is nothing fresh. */
    private final FrameBytes left;

    private Frame[] fresh = NONE;
    private int freshCount;
    private int freshBytes;

    /**
     * @param bound as many bytes are usually the most
     */
    WaitingFrames(int bound) {
        this.left = new FrameBytes(bound);
    }

    /** How many bytes are still to leave. */
    int size() {
        return left.size() + freshBytes;
    }

    void add(Frame frame) {
        if (left.size() > 0) {
            left.add(frame);
        } else if (frame.length() > 0) {
            addFresh(frame);
        }
    }

    private void addFresh(Frame frame) {
        if (freshCount == fresh.length) {
            fresh = Arrays.copyOf(fresh, Math.max(FIRST_FRAMES, 2 * freshCount));
        }
        fresh[freshCount++] = frame;
        freshBytes += frame.length();
    }

    /** Copies what waits into {@code out}, at most {@code most} frames and as much as there is room for, and says how many bytes. */
    int copyTo(ByteBuffer out, int most) {
        if (left.size() > 0) {
            return left.copyTo(out, left.size(most));
        }
        int copied = 0;
        for (int i = 0; i < Math.min(most, freshCount) && out.hasRemaining(); i++) {
            copied += fresh[i].copyTo(out, 0);
        }
        return copied;
    }

    /** The first {@code leaving} bytes have left. */
    void remove(int leaving) {
        if (leaving == freshBytes && left.size() == 0) {
            clearFresh();
        } else {
            keepAsBytes();
            left.remove(leaving);
        }
    }

    /** Throws away the frames of which neither anything has left nor any of the next {@code leaving} bytes is a part. */
    void keepOnly(int leaving) {
        keepAsBytes();
        left.keepOnly(leaving);
    }

    private void keepAsBytes() {
        for (int i = 0; i < freshCount; i++) {
            left.add(fresh[i]);
        }
        clearFresh();
    }

    /** Nothing is left. */
    void clear() {
        left.clear();
        clearFresh();
    }

    private void clearFresh() {
        if (fresh.length > KEPT_FRAMES) {
            fresh = NONE;
        } else {
            Arrays.fill(fresh, 0, freshCount, null);
        }
        freshCount = 0;
        freshBytes = 0;
    }
}
