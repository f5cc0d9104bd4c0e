package jim.reliability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who was told that a message is kept, and who has heard which. Messages between two people are numbered in the order in
 * which they were sent. For any thread.
 */
final class Ledger {
    /** From one person to one other. */
    record Way(String from, String to) {}

    /** What became of the messages: all but the first two must be 0. */
    record Balance(long acknowledged, long heard, long lost, long duplicated, long reordered) {
        boolean isEven() {
            return lost == 0 && duplicated == 0 && reordered == 0;
        }

        private Balance plus(Balance other) {
            return new Balance(
                    acknowledged + other.acknowledged,
                    heard + other.heard,
                    lost + other.lost,
                    duplicated + other.duplicated,
                    reordered + other.reordered);
        }

        @Override
        public String toString() {
            return Text.of(
                    "%,d acknowledged, %,d heard: %d lost, %d duplicated, %d reordered",
                    acknowledged, heard, lost, duplicated, reordered);
        }
    }

    private static final class Page {
        private final Set<Integer> acknowledged = new TreeSet<>();
        /** By the server's id, in the order in which they were first heard: what comes again under its id does not count. */
        private final Map<String, Integer> heard = new LinkedHashMap<>();

        Balance balance() {
            List<Integer> numbers = new ArrayList<>(heard.values());
            Set<Integer> seen = new HashSet<>();
            long duplicated =
                    numbers.stream().filter(number -> !seen.add(number)).count();
            long lost = acknowledged.stream()
                    .filter(number -> !seen.contains(number))
                    .count();
            return new Balance(acknowledged.size(), numbers.size(), lost, duplicated, descents(numbers));
        }

        private static long descents(List<Integer> numbers) {
            long descents = 0;
            for (int i = 1; i < numbers.size(); i++) {
                descents += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
            }
            return descents;
        }
    }

    private final Map<Way, Page> pages = new TreeMap<>((a, b) -> (a.from + " " + a.to).compareTo(b.from + " " + b.to));
    private long acknowledged;

    private Page page(Way way) {
        return pages.computeIfAbsent(way, unused -> new Page());
    }

    /** The sender was told that the server has it. */
    synchronized void acknowledged(Way way, int number) {
        page(way).acknowledged.add(number);
        acknowledged++;
        notifyAll();
    }

    /** The recipient has it, under the server's {@code id}. */
    synchronized void heard(Way way, String id, int number) {
        page(way).heard.putIfAbsent(id, number);
    }

    /** Waits until so many more are acknowledged, or for {@code millis}. */
    synchronized void awaitMore(long count, long millis) throws InterruptedException {
        long enough = acknowledged + count;
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (acknowledged < enough && System.nanoTime() < deadline) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    /** All pages together. */
    synchronized Balance balance() {
        return pages.values().stream().map(Page::balance).reduce(new Balance(0, 0, 0, 0, 0), Balance::plus);
    }
}
