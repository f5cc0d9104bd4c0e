package jim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import jim.protocol.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes and goes, they are what a plain list of texts is; so are the bytes of what a flush has left. */
final class WaitingFramesTest {
    private static final int STEPS = 20_000;
    private static final int BOUND = 1_000;

    private final WaitingFrames frames = new WaitingFrames(BOUND);
    private final Deque<String> expected = new ArrayDeque<>();
    /** How much of the first text has left. */
    private int begun;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theyHoldWhatAListHolds(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(20)) {
                case 0 -> keepOnly(random.nextInt(frames.size() + 1));
                case 1 -> clear();
                case 2, 3, 4, 5, 6, 7, 8 -> remove(random.nextInt(frames.size() + 1));
                default -> add(random);
            }
            assertHolds(1 + random.nextInt(5));
        }
    }

    @Test
    void aBoundIsNoLimitForOneFrame() {
        String large = "x".repeat(10 * BOUND);
        frames.add(Frame.of(large));
        expected.add(large);
        assertHolds(1);
    }

    private void add(Random random) {
        String text = "abcdefghijklmnopqrstuvwxyz".repeat(20).substring(0, random.nextInt(random.nextInt(400) + 1));
        if (frames.size() + text.length() <= BOUND) {
            frames.add(Frame.of(text));
            if (!text.isEmpty()) {
                expected.add(text);
            }
        }
    }

    private void remove(int leaving) {
        frames.remove(leaving);
        begun += leaving;
        while (!expected.isEmpty() && begun >= expected.getFirst().length()) {
            begun -= expected.removeFirst().length();
        }
    }

    private void keepOnly(int leaving) {
        frames.keepOnly(leaving);
        Deque<String> kept = new ArrayDeque<>();
        int start = -begun;
        for (String text : expected) {
            if (start < leaving) {
                kept.add(text);
            }
            start += text.length();
        }
        expected.clear();
        expected.addAll(kept);
    }

    private void clear() {
        frames.clear();
        expected.clear();
        begun = 0;
    }

    private void assertHolds(int most) {
        String all = String.join("", expected).substring(begun);
        assertThat(frames.size()).isEqualTo(all.length());
        assertThat(copied(all.length() + 10, Integer.MAX_VALUE)).isEqualTo(all);
        int some = expected.stream().limit(most).mapToInt(String::length).sum();
        assertThat(copied(all.length() + 10, most)).isEqualTo(all.substring(0, some - begun));
        assertThat(copied(all.length() / 2, most))
                .isEqualTo(all.substring(0, Math.min(all.length() / 2, some - begun)));
    }

    private String copied(int room, int most) {
        ByteBuffer out = ByteBuffer.allocate(room);
        assertThat(frames.copyTo(out, most)).isEqualTo(out.position());
        return new String(out.array(), 0, out.position(), UTF_8);
    }
}
