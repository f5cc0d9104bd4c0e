package jim.reliability;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;

/** Frames as a broken or hostile client might send them: those of the table of examples, changed at random. */
final class Mutant {
    private static final List<byte[]> SEEDS = WireExamples.all().stream()
            .map(WireExample::wire)
            .map(frame -> frame.toByteArray())
            .toList();

    /** What parsers stumble over: structure, escapes, edges of UTF-8, and numbers that are too large. */
    private static final List<byte[]> STUMBLING_BLOCKS = List.of(
            bytes("{"),
            bytes("}"),
            bytes("["),
            bytes("]"),
            bytes("\""),
            bytes("\\"),
            bytes("\\u0000"),
            bytes("\\ud800"),
            bytes(":"),
            bytes(","),
            bytes("\u0000"),
            bytes("\n"),
            bytes("\u00ff"),
            bytes("\u00c0\u0080"),
            bytes("\u00ed\u00a0\u0080"),
            bytes("\u00ef\u00bb\u00bf"),
            bytes("\u00f4\u0090\u0080\u0080"),
            bytes("1e999999"),
            bytes("-0"),
            bytes("9223372036854775808"),
            bytes("null"),
            bytes("true"),
            bytes("{}"),
            bytes("[[[[[[[[["));

    private static final int MOST_CHANGES = 4;
    private static final int LONG = 10_000;

    private Mutant() {}

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A changed example, the same for the same state of {@code random}. */
    static byte[] next(Random random) {
        return of(any(random, SEEDS), random);
    }

    /** {@code original}, changed. */
    static byte[] of(byte[] original, Random random) {
        byte[] bytes = original;
        for (int i = random.nextInt(MOST_CHANGES) + 1; i > 0; i--) {
            bytes = change(random, bytes);
        }
        return bytes;
    }

    private static byte[] change(Random random, byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, 16) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> flip(random, bytes);
            case 1 -> join(bytes, 0, from, bytes, to, bytes.length); // leaves something out
            case 2 -> join(bytes, 0, to, bytes, from, bytes.length); // says something twice
            case 3 -> insert(bytes, from, any(random, STUMBLING_BLOCKS));
            case 4 -> crossed(random, bytes, from);
            case 5 -> Arrays.copyOf(bytes, from); // ends early
            default -> random.nextInt(20) == 0 ? insert(bytes, from, new byte[LONG]) : flip(random, bytes);
        };
    }

    private static byte[] flip(Random random, byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        return join(join(bytes, 0, at, more, 0, more.length), 0, at + more.length, bytes, at, bytes.length);
    }

    /** The beginning of one, and the end of another. */
    private static byte[] crossed(Random random, byte[] bytes, int end) {
        byte[] other = any(random, SEEDS);
        return join(bytes, 0, end, other, random.nextInt(other.length + 1), other.length);
    }

    private static byte[] join(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(one, from, to), to - from + otherTo - otherFrom);
        System.arraycopy(other, otherFrom, all, to - from, otherTo - otherFrom);
        return all;
    }

    private static byte[] any(Random random, List<byte[]> list) {
        return list.get(random.nextInt(list.size()));
    }
}
