package jim.reliability;

import java.util.Arrays;

/** How long things took. For one thread. */
final class Latencies {
    private long[] nanos = new long[1_024];
    private int count;

    void add(long more) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = more;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /** In milliseconds, what {@code share} of them took at most: 0.5 for the median. */
    double millis(double share) {
        if (count == 0) {
            throw new AssertionError("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }
}
