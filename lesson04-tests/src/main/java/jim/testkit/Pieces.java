package jim.testkit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import jim.protocol.Frame;

/** How bytes can be cut on their way: TCP keeps their order, and nothing else. */
public final class Pieces {
    private Pieces() {}

    /** All of {@code frames} in one piece, nothing between them. */
    public static byte[] glued(Collection<Frame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(frame -> all.writeBytes(frame.toByteArray()));
        return all.toByteArray();
    }

    /** Two pieces, the first of {@code length} bytes. */
    public static List<byte[]> splitAt(int length, byte[] bytes) {
        return List.of(Arrays.copyOf(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length));
    }

    /** One piece for each byte. */
    public static List<byte[]> oneByOne(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte b : bytes) {
            pieces.add(new byte[] {b});
        }
        return pieces;
    }

    /** Pieces of 1 to {@code most} bytes, as {@code random} will have it. */
    public static List<byte[]> random(Random random, int most, byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(most));
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }
}
