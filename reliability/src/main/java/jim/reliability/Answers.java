package jim.reliability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When messages were sent, and when they were answered how. For any thread. */
final class Answers {
    /** One of them; the times are those of {@link System#nanoTime}. */
    record Answered(String from, long sent, long heard, boolean isKept) {
        long millis() {
            return (heard - sent) / 1_000_000;
        }
    }

    private final List<Answered> all = new CopyOnWriteArrayList<>();

    void add(Answered one) {
        all.add(one);
    }

    boolean any(Predicate<Answered> condition) {
        return all.stream().anyMatch(condition);
    }

    /** Those that were sent at {@code from} or later, and answered before {@code to}. */
    Stream<Answered> between(long from, long to) {
        return all.stream().filter(one -> one.sent() - from >= 0 && one.heard() - to < 0);
    }

    /** When the first of those that were sent at {@code from} or later was refused. */
    long firstRefusal(long from) {
        return all.stream()
                .filter(one -> !one.isKept() && one.sent() - from >= 0)
                .mapToLong(Answered::heard)
                .min()
                .orElseThrow(() -> new AssertionError("nothing was refused"));
    }
}
