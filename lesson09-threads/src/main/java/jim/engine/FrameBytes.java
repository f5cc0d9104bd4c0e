package jim.engine;

import java.nio.ByteBuffer;
import jim.protocol.Frame;

/**
 * The bytes of frames, one behind the other, and how long each frame is, both in rings. So what waits for a peer costs its
 * bytes, and no object for each frame. For one thread at a time.
 *
 * <pre>
 *   bytes     z z | . . . . | x x x x x x | y y y | z z
 *                               ▲ head
 *                           ◀───▶ begun: has left already
 *   lengths                       6           3     4
 * </pre>
 */
final class FrameBytes {
    private static final int FIRST_BYTES = 1_024;
    private static final int FIRST_FRAMES = 8;
    private static final byte[] NO_BYTES = {};
    private static final int[] NO_FRAMES = {};

    private final int bound;
    private byte[] bytes = NO_BYTES;
    private int head;
    private int size;
    private int begun;
    private int[] lengths = NO_FRAMES;
    private int first;
    private int count;

    /**
     * @param bound as many bytes are usually the most
     */
    FrameBytes(int bound) {
        this.bound = bound;
    }

    /** How many bytes are still to leave. */
    int size() {
        return size;
    }

    void add(Frame frame) {
        int length = frame.length();
        if (length == 0) {
            return;
        }
        if (size + length > bytes.length) {
            makeRoom(size + length);
        }
        int at = wrapped(head + size, bytes.length);
        int fitting = Math.min(length, bytes.length - at);
        frame.copyTo(bytes, at, 0, fitting);
        frame.copyTo(bytes, 0, fitting, length - fitting);
        size += length;
        addLength(length);
    }

    private void makeRoom(int needed) {
        int wanted = Math.max(FIRST_BYTES, 2 * bytes.length);
        ByteBuffer room = ByteBuffer.allocate(Math.max(needed, Math.min(wanted, bound)));
        copyTo(room, size);
        bytes = room.array();
        head = 0;
    }

    private void addLength(int length) {
        if (count == lengths.length) {
            int[] room = new int[Math.max(FIRST_FRAMES, 2 * count)];
            for (int i = 0; i < count; i++) {
                room[i] = length(i);
            }
            lengths = room;
            first = 0;
        }
        lengths[wrapped(first + count++, lengths.length)] = length;
    }

    /** The length of the frame before which {@code index} others stand. */
    private int length(int index) {
        return lengths[wrapped(first + index, lengths.length)];
    }

    private static int wrapped(int index, int length) {
        return index < length ? index : index - length;
    }

    /** How many bytes of the first {@code frames}, at least one, are still to leave. */
    int size(int frames) {
        if (frames >= count) {
            return size;
        }
        int sum = -begun;
        for (int i = 0; i < frames; i++) {
            sum += length(i);
        }
        return sum;
    }

    /** Copies the first {@code most} bytes into {@code out}, or as many as there is room for, and says how many. */
    int copyTo(ByteBuffer out, int most) {
        int length = Math.min(most, out.remaining());
        int straight = Math.min(length, bytes.length - head);
        out.put(bytes, head, straight);
        out.put(bytes, 0, length - straight);
        return length;
    }

    /** The first {@code leaving} bytes have left. */
    void remove(int leaving) {
        size -= leaving;
        if (size == 0) {
            clear();
            return;
        }
        head = wrapped(head + leaving, bytes.length);
        begun += leaving;
        while (begun >= length(0)) {
            begun -= length(0);
            first = wrapped(first + 1, lengths.length);
            count--;
        }
    }

    /** Throws away the frames of which neither anything has left nor any of the next {@code leaving} bytes is a part. */
    void keepOnly(int leaving) {
        int end = -begun;
        int kept = 0;
        while (kept < count && end < leaving) {
            end += length(kept++);
        }
        count = kept;
        size = end;
    }

    /** Nothing is left, and nothing is kept at hand. */
    void clear() {
        head = 0;
        size = 0;
        begun = 0;
        first = 0;
        count = 0;
        bytes = NO_BYTES;
        lengths = NO_FRAMES;
    }
}
